using Repro.Runtime.Captures;
using Repro.Runtime.Checkpoints;
using Repro.Runtime.Data;
using Repro.Runtime.Snapshots;
using Repro.Runtime.Training;
using Repro.Runtime.Weights;

namespace Repro.Runtime.Runs;

/// <summary>Trains an experiment and writes its results to a folder.</summary>
public sealed class RunRecorder : ITrainingObserver
{
    private readonly RunWriter writer;
    private readonly int lastEpoch;
    private readonly ITrainingObserver observer;
    private readonly Pace pace;
    private readonly List<EpochResult> epochs = [];

    private RunRecorder(RunWriter writer, int lastEpoch, ITrainingObserver observer, TimeProvider clock)
    {
        this.writer = writer;
        this.lastEpoch = lastEpoch;
        this.observer = observer;
        pace = new Pace(clock);
    }

    /// <summary>
    /// Trains from the beginning, or <paramref name="from"/> a checkpoint on. Pictures and checkpoints are written as they are taken, the
    /// losses now and then, the rest at the end. A run that is cancelled or fails leaves its losses, pictures and last checkpoints. It
    /// leaves no record, so nothing takes it for a finished run.
    /// </summary>
    /// <exception cref="ReproException">A loss is not finite, or a file cannot be written.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static Run Train(
        Experiment experiment,
        DataSet data,
        RunFolder folder,
        ITrainingObserver observer,
        TimeProvider clock,
        CancellationToken cancellationToken,
        Checkpoint? from = null)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(clock);
        var settings = experiment.Settings;
        var writer = RunWriter.Begin(folder, from);
        var checkpointer = new Checkpointer(
            folder.Checkpoints, () => writer.CapturedFiles, settings, data, clock, observer.Warned, from);
        var result = new RunRecorder(writer, settings.Epochs, observer, clock).Train(
            experiment, data, folder, checkpointer, cancellationToken);
        var snapshot = Snapshot.Of(settings, data, result);
        var record = writer.Finish(snapshot, result.Weights, checkpointer.Duration, clock.GetUtcNow());
        return new Run(folder, record, snapshot);
    }

    /// <inheritdoc/>
    public void Resumed(IReadOnlyList<EpochResult> epochs, IReadOnlyList<Capture> captures)
    {
        this.epochs.AddRange(epochs);
        // For whoever watches: the next epoch may come in minutes.
        TryWriteLosses();
        observer.Resumed(epochs, captures);
    }

    /// <inheritdoc/>
    public void EpochEnded(EpochResult epoch)
    {
        epochs.Add(epoch);
        observer.EpochEnded(epoch);
        // For whoever watches. If the file cannot be written now, perhaps because somebody reads it, it is written later or fails at the
        // end.
        pace.Do(TryWriteLosses);
    }

    /// <inheritdoc/>
    public void Captured(Capture capture)
    {
        writer.Write(capture);
        observer.Captured(capture);
    }

    /// <inheritdoc/>
    public void WeightsCaptured(int epoch, IReadOnlyList<WeightTensor> weights)
    {
        writer.Write(epoch, lastEpoch, weights);
        observer.WeightsCaptured(epoch, weights);
    }

    /// <inheritdoc/>
    public void Warned(string problem) => observer.Warned(problem);

    private TrainingResult Train(
        Experiment experiment, DataSet data, RunFolder folder, Checkpointer checkpointer, CancellationToken cancellationToken)
    {
        try
        {
            return Trainer.Train(experiment, data, this, checkpointer, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            writer.Write(epochs);
            throw;
        }
        catch (ReproException e)
        {
            TryWriteLosses();
            throw checkpointer.Last is { } last
                ? new ReproException($"{e.Message} The last checkpoint, {last}, is '{folder.Checkpoints.PathOf(last)}'.", e)
                : e;
        }
    }

    private void TryWriteLosses()
    {
        try
        {
            writer.Write(epochs);
        }
        catch (ReproException)
        {
            // The run goes on. If it stopped, the message is about what stopped it, which may be the same full disk.
        }
    }
}
