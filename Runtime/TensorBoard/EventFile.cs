using System.Globalization;
using Repro.Runtime.Captures;
using Repro.Runtime.Files;
using Repro.Runtime.Runs;
using Repro.Runtime.Training;
using Repro.Runtime.Weights;

namespace Repro.Runtime.TensorBoard;

/// <summary>
/// Writes an event file for TensorBoard while a run trains: each epoch's loss, terms, validation losses and learning rate, and each
/// captured picture. A run that goes on from a checkpoint writes all earlier events again, into its own file. Only the wall times depend on
/// anything but the run.
/// </summary>
public sealed class EventFile : ITrainingObserver
{
    private readonly RunFolder folder;
    private readonly ITrainingObserver observer;
    private readonly TimeProvider clock;
    private string? path;

    /// <param name="folder">The run's folder.</param>
    /// <param name="observer">The next observer, which is told first.</param>
    /// <param name="clock">Gives the wall time of the events, and the name of the file.</param>
    public EventFile(RunFolder folder, ITrainingObserver observer, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(clock);
        (this.folder, this.observer, this.clock) = (folder, observer, clock);
    }

    private double WallTime => clock.GetUtcNow().ToUnixTimeMilliseconds() / 1000.0;

    /// <inheritdoc/>
    public void Resumed(IReadOnlyList<EpochResult> epochs, IReadOnlyList<Capture> captures)
    {
        observer.Resumed(epochs, captures);
        Append([.. epochs.Select(Scalars), .. captures.Select(Picture)]);
    }

    /// <inheritdoc/>
    public void EpochEnded(EpochResult epoch)
    {
        observer.EpochEnded(epoch);
        Append(Scalars(epoch));
    }

    /// <inheritdoc/>
    public void Captured(Capture capture)
    {
        observer.Captured(capture);
        Append(Picture(capture));
    }

    /// <inheritdoc/>
    public void WeightsCaptured(int epoch, IReadOnlyList<WeightTensor> weights) => observer.WeightsCaptured(epoch, weights);

    /// <inheritdoc/>
    public void Warned(string problem) => observer.Warned(problem);

    private ProtobufMessage Scalars(EpochResult epoch)
    {
        List<(string, float)> values = [.. epoch.Values.Select(value => (value.Name, value.Value))];
        if (epoch.LearningRate is { } rate)
        {
            values.Add(("learning rate", (float)rate));
        }

        return EventMessage.Scalars(WallTime, epoch.Epoch, values);
    }

    private ProtobufMessage Picture(Capture capture) => EventMessage.Picture(WallTime, capture.Epoch, capture.Kind, capture.Picture);

    // The file is opened for each event. So TensorBoard sees the epoch at once, and a run that fails leaves nothing to close.
    private void Append(params IEnumerable<ProtobufMessage> events)
    {
        if (path is null)
        {
            // The name is unique: in a new file of an old name, TensorBoard would continue to read where the old file ended.
            path = folder.EventFilePath(
                string.Create(CultureInfo.InvariantCulture, $"{clock.GetUtcNow().ToUnixTimeSeconds():D10}.{folder.Name}"));
            events = events.Prepend(EventMessage.Version(WallTime));
        }

        try
        {
            AppendedFile.Append(path, stream =>
            {
                foreach (var message in events)
                {
                    RecordWriter.Write(stream, message.Bytes);
                }
            });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ReproException($"'{path}' cannot be written: {e.Message} Free space on the disk, or run without --tensorboard.", e);
        }
    }
}
