using Repro.Runtime.Data;
using Repro.Runtime.Training;
using Repro.Runtime.Weights;

namespace Repro.Runtime.Snapshots;

/// <summary>The numbers of a run or of its first epochs. They are locked, and compared with a rerun.</summary>
/// <param name="Header">The inputs that decide the numbers.</param>
/// <param name="Epochs">The first epochs, or all.</param>
/// <param name="Pictures">The pictures captured in these epochs.</param>
/// <param name="Weights">Hash of the final weights; <c>null</c> when later epochs are missing.</param>
public sealed record Snapshot(
    SnapshotHeader Header, IReadOnlyList<EpochResult> Epochs, IReadOnlyList<SnapshotPicture> Pictures, string? Weights)
{
    /// <summary>
    /// The snapshot of a run. <paramref name="settings"/> are those of the whole run, even when <paramref name="result"/> has its first
    /// epochs only.
    /// </summary>
    public static Snapshot Of(ExperimentSettings settings, DataSet data, TrainingResult result)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(result);
        return new(
            SnapshotHeader.Of(settings, data, result.ParameterCount),
            result.Epochs,
            [.. result.Captures.Select(SnapshotPicture.Of)],
            result.Epochs.Count == settings.Epochs ? WeightsHash.Compute(result.Weights) : null);
    }

    /// <summary>This snapshot, if it is one of the experiment whose file it comes from.</summary>
    /// <exception cref="ReproException">It is one of another experiment.</exception>
    public Snapshot RequireOf(string experiment, string source) => Header.Experiment == experiment
        ? this
        : throw new ReproException($"'{source}' is a snapshot of {Header.Experiment}. Restore the file from version control.");

    /// <summary>The snapshot that a rerun of the first <paramref name="epochs"/> epochs gives.</summary>
    public Snapshot First(int epochs) => this with
    {
        Epochs = [.. Epochs.Where(epoch => epoch.Epoch <= epochs)],
        Pictures = [.. Pictures.Where(picture => picture.Epoch <= epochs)],
        Weights = epochs < Header.Epochs ? null : Weights,
    };
}
