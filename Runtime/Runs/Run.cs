using Repro.Runtime.Data;
using Repro.Runtime.Files;
using Repro.Runtime.Imaging;
using Repro.Runtime.Snapshots;
using Repro.Runtime.Weights;

namespace Repro.Runtime.Runs;

/// <summary>A finished run. Its files are checked whenever they are read.</summary>
/// <param name="Folder">The folder of its files.</param>
/// <param name="Record">Its record, <c>run.json</c>.</param>
/// <param name="Snapshot">Its numbers.</param>
public sealed record Run(RunFolder Folder, RunRecord Record, Snapshot Snapshot)
{
    /// <summary>How long the training took.</summary>
    public TimeSpan Duration => TimeSpan.FromSeconds(Record.Seconds);

    /// <summary>
    /// Reads the finished run in <paramref name="folder"/> and checks every file, byte for byte, against the record. The result is
    /// <c>null</c> when there is no finished run, or when a file was changed. Extra files are findings too, and do no harm.
    /// </summary>
    /// <exception cref="ReproException">The record cannot be read, is of another version, or was changed.</exception>
    public static Run? TryRead(RunFolder folder, out IReadOnlyList<FileFinding> findings)
    {
        ArgumentNullException.ThrowIfNull(folder);
        findings = [];
        if (folder.TryReadRecord() is not { } record)
        {
            return null;
        }

        var damages = FileDigest.Check(folder.Path, record.Files);
        findings = [.. damages, .. folder.Extra(record)];
        return damages.Count == 0 ? Read(folder, record) : null;
    }

    /// <summary>
    /// Reads the run in <paramref name="folder"/>, if it is up to date: of the experiment, data and engine as they are now.
    /// </summary>
    /// <exception cref="ReproException">It is not; the message says why, and how to make one.</exception>
    public static Run ReadCurrent(RunFolder folder, Experiment experiment, DataSet data) =>
        TryReadCurrent(folder, experiment, data, out var stale)
            ?? throw new ReproException($"{stale} Make a run with: repro run {experiment.Name}");

    /// <summary>
    /// Reads the run in <paramref name="folder"/>, if it is up to date: of the experiment, data and engine as they are now. Otherwise the
    /// result is <c>null</c>, and <paramref name="stale"/> is a sentence that says why.
    /// </summary>
    public static Run? TryReadCurrent(RunFolder folder, Experiment experiment, DataSet data, out string? stale)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(experiment);
        try
        {
            var run = TryRead(folder, out var findings);
            stale = run is null ? WhyUnread(folder, findings) : run.WhyStale(experiment.Settings, data);
            stale = stale is null ? null : $"{experiment.Name} {stale}.";
            return stale is null ? run : null;
        }
        catch (ReproException e)
        {
            stale = e.Message;
            return null;
        }
    }

    /// <summary>Reads a picture that the snapshot names.</summary>
    /// <exception cref="ReproException">Its file cannot be read, or was changed.</exception>
    public RgbImage Picture(SnapshotPicture entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var path = Folder.PicturePath(entry.FileName);
        var picture = RegularFile.Read(path, PictureFile.Read);
        return entry.Is(picture) ? picture : throw new ReproException($"The picture '{path}' was changed.");
    }

    // The files are as they were written. What fails from here on was written so: by a mistake, or by somebody who forged the record too.
    private static Run Read(RunFolder folder, RunRecord record)
    {
        var snapshot = SnapshotParser.Parse(RegularFile.Read(folder.SnapshotPath, RegularFile.ReadAllText), folder.SnapshotPath);
        var weights = RegularFile.Read(
            folder.WeightsPath, file => WeightsHash.Compute(SafetensorsReader.Read(RegularFile.ReadAllBytes(file))));
        var run = new Run(folder, record, snapshot);
        return run.BelongsTogether(weights) ? run : throw new ReproException($"The files in '{folder.Path}' do not belong together.");
    }

    private bool BelongsTogether(string weights) =>
        RunRecord.Of(
            Snapshot, TimeSpan.Zero, Record.Finished, Record.Files) with { Machine = Record.Machine } == Record with { Seconds = 0 }
        && weights == Record.Weights
        && Snapshot.Pictures.All(entry => entry.Is(RegularFile.Read(Folder.PicturePath(entry.FileName), PictureFile.Read)));

    private static string WhyUnread(RunFolder folder, IReadOnlyList<FileFinding> findings) => findings switch
    {
        [] => $"has no finished run in '{folder.Path}'",
        [var first] => $"has a run in '{folder.Path}' that is not what was written: {first}",
        [var first, ..] => $"has a run in '{folder.Path}' that is not what was written: {first}, and more: see 'repro check'",
    };

    private string? WhyStale(ExperimentSettings settings, DataSet data)
    {
        var was = Snapshot.Header;
        var expected = SnapshotHeader.Of(settings, data, was.Parameters);
        foreach (var (before, now) in was.Fields.Zip(expected.Fields))
        {
            if (before != now)
            {
                return $"has changed since its run in '{Folder.Path}': {now.Name} is now {now.Value}, was {before.Value}";
            }
        }

        var missing = settings.Captures.FirstOrDefault(epoch =>
            epoch < settings.Epochs && !RegularFile.Exists(Folder.WeightsPathAt(epoch, settings.Epochs)));
        return missing > 0 ? $"has a run in '{Folder.Path}' without the weights of epoch {missing}" : null;
    }
}
