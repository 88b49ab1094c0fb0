using Repro.Runtime.Artifacts;
using Repro.Runtime.Data;
using Repro.Runtime.Imaging;
using Repro.Runtime.Snapshots;
using SixLabors.ImageSharp;

namespace Repro.Runtime.Verification;

/// <summary>A finished run in the artifacts that is of the experiment as it stands, and so can be locked.</summary>
public sealed class FinishedRun
{
    private readonly Dictionary<SnapshotPicture, RgbImage> pictures;

    private FinishedRun(Snapshot snapshot, Dictionary<SnapshotPicture, RgbImage> pictures)
    {
        Snapshot = snapshot;
        this.pictures = pictures;
    }

    /// <summary>Its numbers.</summary>
    public Snapshot Snapshot { get; }

    /// <summary>Loads the run of <paramref name="experiment"/> from the artifacts below <paramref name="root"/>.</summary>
    /// <exception cref="ReproException">There is none, it is of another specification, data or engine, or a file of it was changed.</exception>
    public static FinishedRun Load(string root, Experiment experiment, DataSet data)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        var folder = ArtifactFolder.Of(root, experiment.Settings, experiment.Settings);
        var record = folder.TryReadRecord() ?? throw Refused(experiment, $"has no finished run in '{folder.Path}'");
        var snapshot = SnapshotParser.Parse(Read(experiment, folder.SnapshotPath, File.ReadAllText), folder.SnapshotPath);
        var expected = SnapshotHeader.Of(experiment.Settings, data, snapshot.Header.Parameters);
        foreach (var (was, now) in snapshot.Header.Fields.Zip(expected.Fields))
        {
            if (was != now)
            {
                throw Refused(experiment, $"has changed since its run in '{folder.Path}': {now.Name} is now {now.Value}, was {was.Value}");
            }
        }

        if (snapshot.Weights is null || snapshot.Weights != record.Weights)
        {
            throw Refused(experiment, $"has a run in '{folder.Path}' whose files do not belong together");
        }

        return new FinishedRun(snapshot, snapshot.Pictures.ToDictionary(entry => entry, entry => Picture(experiment, folder, entry)));
    }

    /// <summary>Makes it the experiment's snapshot.</summary>
    /// <exception cref="ReproException">A file cannot be written.</exception>
    public void Accept(SnapshotFolder snapshots)
    {
        ArgumentNullException.ThrowIfNull(snapshots);
        snapshots.Accept(Snapshot, entry => pictures[entry]);
    }

    private static RgbImage Picture(Experiment experiment, ArtifactFolder folder, SnapshotPicture entry)
    {
        var path = folder.PicturePath(entry.FileName);
        var picture = Read(experiment, path, file =>
        {
            using var stream = File.OpenRead(file);
            return RgbImage.Load(stream);
        });
        return picture.Hash == entry.Hash ? picture : throw Refused(experiment, $"has a run whose picture '{path}' was changed");
    }

    private static T Read<T>(Experiment experiment, string path, Func<string, T> read)
    {
        try
        {
            return read(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ImageFormatException)
        {
            throw new ReproException($"{experiment.Name} has a run of which '{path}' cannot be read: {e.Message} {Remedy(experiment)}", e);
        }
    }

    private static ReproException Refused(Experiment experiment, string why) => new($"{experiment.Name} {why}. {Remedy(experiment)}");

    private static string Remedy(Experiment experiment) => $"Make a run with: repro run {experiment.Name}";
}
