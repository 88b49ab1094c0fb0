using Repro.Runtime.Artifacts;
using Repro.Runtime.Data;
using Repro.Runtime.Imaging;
using Repro.Runtime.Snapshots;
using Repro.Runtime.Weights;
using SixLabors.ImageSharp;

namespace Repro.Runtime.Verification;

/// <summary>A finished run in the artifacts that is of the experiment as it stands: it is up to date, and can be locked.</summary>
public sealed class FinishedRun
{
    private readonly Dictionary<SnapshotPicture, RgbImage> pictures;

    private FinishedRun(CompletedRun run, Dictionary<SnapshotPicture, RgbImage> pictures)
    {
        Run = run;
        this.pictures = pictures;
    }

    /// <summary>What came of it, and where it is.</summary>
    public CompletedRun Run { get; }

    /// <summary>Loads the run of <paramref name="experiment"/> from the artifacts below <paramref name="root"/>.</summary>
    /// <exception cref="ReproException">There is none, it is of another specification, data or engine, or a file of it was changed.</exception>
    public static FinishedRun Load(string root, Experiment experiment, DataSet data) =>
        TryLoad(root, experiment, data, out var stale) ?? throw new ReproException($"{stale} Make a run with: repro run {experiment.Name}");

    /// <summary>
    /// Loads the run of <paramref name="experiment"/> from the artifacts below <paramref name="root"/>, or says in <paramref name="stale"/>,
    /// a sentence, why the experiment has to be run: there is no finished run, it is of another specification, data or engine, or a file of
    /// it was changed.
    /// </summary>
    public static FinishedRun? TryLoad(string root, Experiment experiment, DataSet data, out string? stale)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        return TryLoad(ArtifactFolder.Of(root, experiment.Settings, experiment.Settings), experiment, data, out stale);
    }

    /// <summary>Likewise, of the run in <paramref name="folder"/>, which may be an overridden one of an experiment with the same overrides.</summary>
    public static FinishedRun? TryLoad(ArtifactFolder folder, Experiment experiment, DataSet data, out string? stale)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(experiment);
        try
        {
            stale = null;
            return Read(folder, experiment, data);
        }
        catch (ReproException e)
        {
            stale = e.Message;
            return null;
        }
    }

    /// <summary>Makes it the experiment's snapshot.</summary>
    /// <exception cref="ReproException">A file cannot be written.</exception>
    public void Accept(SnapshotFolder snapshots)
    {
        ArgumentNullException.ThrowIfNull(snapshots);
        snapshots.Accept(Run.Snapshot, entry => pictures[entry]);
    }

    private static FinishedRun Read(ArtifactFolder folder, Experiment experiment, DataSet data)
    {
        var record = folder.TryReadRecord() ?? throw Stale(experiment, $"has no finished run in '{folder.Path}'");
        var snapshot = SnapshotParser.Parse(Read(experiment, folder.SnapshotPath, File.ReadAllText), folder.SnapshotPath);
        var expected = SnapshotHeader.Of(experiment.Settings, data, snapshot.Header.Parameters);
        foreach (var (was, now) in snapshot.Header.Fields.Zip(expected.Fields))
        {
            if (was != now)
            {
                throw Stale(experiment, $"has changed since its run in '{folder.Path}': {now.Name} is now {now.Value}, was {was.Value}");
            }
        }

        var weights = Read(experiment, folder.WeightsPath, file => WeightsHash.Compute(SafetensorsReader.Read(File.ReadAllBytes(file))));
        if (snapshot.Weights != record.Weights || weights != record.Weights)
        {
            throw Stale(experiment, $"has a run in '{folder.Path}' whose files do not belong together");
        }

        if (experiment.Settings.Captures.FirstOrDefault(epoch => epoch < record.Epochs && !File.Exists(folder.WeightsPathAt(epoch, record.Epochs))) is var missing and > 0)
        {
            throw Stale(experiment, $"has a run in '{folder.Path}' without the weights of epoch {missing}");
        }

        return new FinishedRun(
            new CompletedRun(snapshot, folder, TimeSpan.FromSeconds(record.Seconds)),
            snapshot.Pictures.ToDictionary(entry => entry, entry => Picture(experiment, folder, entry)));
    }

    private static RgbImage Picture(Experiment experiment, ArtifactFolder folder, SnapshotPicture entry)
    {
        var path = folder.PicturePath(entry.FileName);
        var picture = Read(experiment, path, file =>
        {
            using var stream = File.OpenRead(file);
            return RgbImage.Load(stream);
        });
        return picture.Hash == entry.Hash ? picture : throw Stale(experiment, $"has a run whose picture '{path}' was changed");
    }

    private static T Read<T>(Experiment experiment, string path, Func<string, T> read)
    {
        try
        {
            return read(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ImageFormatException or InvalidDataException)
        {
            throw new ReproException($"{experiment.Name} has a run of which '{path}' cannot be read: {e.Message}", e);
        }
    }

    private static ReproException Stale(Experiment experiment, string why) => new($"{experiment.Name} {why}.");
}
