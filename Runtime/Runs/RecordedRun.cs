using Repro.Runtime.Captures;
using Repro.Runtime.Checkpoints;
using Repro.Runtime.Data;
using Repro.Runtime.Snapshots;
using Repro.Runtime.Training;
using Repro.Runtime.Weights;

namespace Repro.Runtime.Runs;

/// <summary>Trains an experiment and writes its results to a folder.</summary>
public sealed class RecordedRun : ITrainingObserver
{
    private readonly RunFolder folder;
    private readonly int lastEpoch;
    private readonly ITrainingObserver observer;
    private readonly Pace pace;
    private readonly List<EpochResult> epochs = [];

    private RecordedRun(RunFolder folder, int lastEpoch, ITrainingObserver observer, TimeProvider clock)
    {
        this.folder = folder;
        this.lastEpoch = lastEpoch;
        this.observer = observer;
        pace = new Pace(clock);
    }

    /// <summary>
    /// Trains, from the beginning or <paramref name="from"/> a checkpoint on; pictures and checkpoints are written as they are taken, the losses now and
    /// then, the rest at the end. A run that is cancelled or fails leaves its losses, pictures and last checkpoints, and no record, so it is never taken
    /// for a finished one.
    /// </summary>
    /// <exception cref="ReproException">A loss is not finite, or a file cannot be written.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static CompletedRun Train(
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
        folder.Begin(from);
        var run = new RecordedRun(folder, experiment.Settings.Epochs, observer, clock);
        var checkpointer = new Checkpointer(folder, experiment.Settings, data, clock, from);
        var result = run.Train(experiment, data, checkpointer, cancellationToken);
        var duration = checkpointer.Duration;
        var snapshot = Snapshot.Of(experiment.Settings, data, result);
        folder.Finish(snapshot, result.Weights, duration, clock.GetUtcNow());
        return new CompletedRun(snapshot, folder, duration);
    }

    /// <inheritdoc/>
    public void Resumed(IReadOnlyList<EpochResult> epochs, IReadOnlyList<Capture> captures)
    {
        this.epochs.AddRange(epochs);
        // For whoever watches, to whom the next epoch may come in minutes.
        TryWriteLosses();
        observer.Resumed(epochs, captures);
    }

    /// <inheritdoc/>
    public void EpochEnded(EpochResult epoch)
    {
        epochs.Add(epoch);
        observer.EpochEnded(epoch);
        // For whoever watches. What cannot be written now, because somebody reads it perhaps, is written later, or fails at the end.
        pace.Do(TryWriteLosses);
    }

    /// <inheritdoc/>
    public void Captured(Capture capture)
    {
        folder.Write(capture);
        observer.Captured(capture);
    }

    /// <inheritdoc/>
    public void WeightsCaptured(int epoch, IReadOnlyList<WeightTensor> weights)
    {
        folder.Write(epoch, lastEpoch, weights);
        observer.WeightsCaptured(epoch, weights);
    }

    private TrainingResult Train(Experiment experiment, DataSet data, Checkpointer checkpointer, CancellationToken cancellationToken)
    {
        try
        {
            return Trainer.Train(experiment, data, this, checkpointer, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            folder.Write(epochs);
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
            folder.Write(epochs);
        }
        catch (ReproException)
        {
            // The run goes on; or what stopped it, perhaps the same full disk, is the failure to tell of.
        }
    }
}
