using Repro.Runtime;
using Repro.Runtime.Artifacts;
using Repro.Runtime.Data;
using Repro.Runtime.Imaging;
using Repro.Runtime.Snapshots;
using Repro.Runtime.Verification;
using SixLabors.ImageSharp;

namespace Repro.Report;

/// <summary>Finds the results of experiments: the finished run of each or, where there is none, what is locked.</summary>
/// <param name="root">The folder of <c>experiments.yaml</c>.</param>
/// <param name="snapshots">What is locked.</param>
public sealed class ResultReader(string root, SnapshotFolder snapshots)
{
    /// <summary>The results of an experiment.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="data">Its images; fails with a message where they cannot be loaded, and then only what is locked can be shown.</param>
    public ReportedExperiment Read(Experiment experiment, Func<DataSet> data)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        ArgumentNullException.ThrowIfNull(data);
        var locked = Locked(experiment.Settings, out var damage);
        var run = Run(experiment, data, out var stale);
        return run is not null ? OfRun(experiment.Settings, run, locked, damage)
            : locked is not null ? OfLock(experiment.Settings, locked, stale!)
            : new ReportedExperiment
            {
                Settings = experiment.Settings,
                Source = ResultSource.None,
                Lock = damage is null ? LockState.NotLocked : LockState.Damaged,
                Note = Sentences(stale, damage),
            };
    }

    private FinishedRun? Run(Experiment experiment, Func<DataSet> data, out string? stale)
    {
        try
        {
            if (ArtifactFolder.Of(root, experiment.Settings, experiment.Settings).TryReadRecord() is null)
            {
                stale = $"{experiment.Name} has no finished run.";
                return null;
            }

            return FinishedRun.TryLoad(root, experiment, data(), out stale);
        }
        catch (ReproException e)
        {
            stale = e.Message;
            return null;
        }
    }

    private Snapshot? Locked(ExperimentSettings settings, out string? damage)
    {
        try
        {
            damage = null;
            return snapshots.TryRead(settings.Name);
        }
        catch (ReproException e)
        {
            damage = e.Message;
            return null;
        }
    }

    private ReportedExperiment OfRun(ExperimentSettings settings, FinishedRun finished, Snapshot? locked, string? damage)
    {
        var (snapshot, folder) = (finished.Run.Snapshot, finished.Run.Folder);
        var difference = locked is null ? null : SnapshotComparison.Compare(locked, snapshot);
        return new ReportedExperiment
        {
            Settings = settings,
            Source = ResultSource.Run,
            Lock = damage is not null ? LockState.Damaged : locked is null ? LockState.NotLocked : difference is null ? LockState.Same : LockState.Different,
            Note = Sentences(difference is null ? null : difference + ".", damage),
            Snapshot = snapshot,
            LearningRates = [.. LossesCsv.Parse(File.ReadAllText(folder.LossesPath), folder.LossesPath).Select(epoch => epoch.LearningRate ?? double.NaN)],
            Record = folder.TryReadRecord(),
            Pictures = [.. snapshot.Pictures.Select(entry => Picture(entry, folder.PicturePath(entry.FileName), out _)).OfType<ReportedPicture>()],
        };
    }

    private ReportedExperiment OfLock(ExperimentSettings settings, Snapshot locked, string stale)
    {
        if (locked.Header.Spec != settings.SpecHash)
        {
            return new ReportedExperiment
            {
                Settings = settings,
                Source = ResultSource.None,
                Lock = LockState.Different,
                Note = Sentences(stale, $"{settings.Name} has changed in experiments.yaml since it was locked."),
            };
        }

        var problems = new List<string?>();
        var pictures = new List<ReportedPicture>();
        foreach (var entry in locked.Pictures)
        {
            var picture = Picture(entry, snapshots.VerifiedPicturePath(settings.Name, entry.FileName), out var problem);
            problems.Add(problem);
            pictures.AddRange(picture is null ? [] : [picture]);
        }

        return new ReportedExperiment
        {
            Settings = settings,
            Source = ResultSource.Lock,
            Lock = problems.All(problem => problem is null) ? LockState.NotCompared : LockState.Damaged,
            Note = Sentences([stale, "What is shown is what is locked.", .. problems]),
            Snapshot = locked,
            Pictures = pictures,
        };
    }

    /// <summary>The picture of an entry, if the file has its pixels.</summary>
    private ReportedPicture? Picture(SnapshotPicture entry, string path, out string? problem)
    {
        var file = Path.GetRelativePath(root, path).Replace('\\', '/');
        try
        {
            var png = File.ReadAllBytes(path);
            using var stream = new MemoryStream(png);
            problem = RgbImage.Load(stream).Hash == entry.Hash ? null : $"The picture '{file}' is not the one that is named.";
            return problem is null ? new ReportedPicture(entry, file, png) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ImageFormatException)
        {
            problem = $"The picture '{file}' cannot be read: {e.Message}";
            return null;
        }
    }

    // Without the folder of this machine, so that the same results give the same report anywhere.
    private string Sentences(params IEnumerable<string?> sentences) =>
        string.Join(' ', sentences.OfType<string>()).Replace(Path.TrimEndingDirectorySeparator(root) + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
}
