using System.Globalization;
using Repro.Runtime;
using Repro.Runtime.Data;
using Repro.Runtime.Files;
using Repro.Runtime.Imaging;
using Repro.Runtime.Metrics;
using Repro.Runtime.Runs;
using Repro.Runtime.Snapshots;

namespace Repro.Report;

/// <summary>Finds the results of experiments: the finished run of each or, where there is none, what is locked.</summary>
/// <param name="root">The folder of <c>experiments.yaml</c>.</param>
/// <param name="snapshots">What is locked.</param>
public sealed class ResultReader(string root, SnapshotFolder snapshots)
{
    private readonly Lazy<IReadOnlyList<RunFolder>> folders = new(() => RunFolder.All(root));

    /// <summary>The results of an experiment.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="data">Its images; fails with a message where they cannot be loaded, and then only what is locked can be shown.</param>
    public ReportedExperiment Read(Experiment experiment, Func<DataSet> data)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        ArgumentNullException.ThrowIfNull(data);
        var locked = Locked(experiment.Settings, out var damage);
        var run = TryRead(experiment, data, out var stale);
        return run is not null ? OfRun(experiment, run, data(), locked, damage)
            : locked is not null ? OfLock(experiment.Settings, locked, stale!)
            : new ReportedExperiment
            {
                Settings = experiment.Settings,
                Source = ResultSource.None,
                Lock = damage is null ? LockState.NotLocked : LockState.Damaged,
                Note = Sentences(stale, damage),
            };
    }

    /// <summary>
    /// The finished runs of an experiment that were given other epochs or another seed than the file says, in ordinal order of their
    /// folders' names.
    /// </summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="data">Its images.</param>
    /// <param name="left">Why others of its folders are not among them, a sentence each.</param>
    public IReadOnlyList<ReportedExperiment> ReadOverridden(Experiment experiment, Func<DataSet> data, out IReadOnlyList<string> left)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        ArgumentNullException.ThrowIfNull(data);
        var (runs, problems) = (new List<ReportedExperiment>(), new List<string>());
        foreach (var folder in folders.Value.Where(folder => folder.IsOf(experiment.Name) && folder.Name != experiment.Name))
        {
            if (Overridden(folder, experiment, data, out var problem) is { } run)
            {
                runs.Add(run);
            }
            else
            {
                problems.Add(Sentences(problem));
            }
        }

        left = problems;
        return runs;
    }

    private ReportedExperiment? Overridden(RunFolder folder, Experiment experiment, Func<DataSet> data, out string? problem)
    {
        try
        {
            if (folder.TryReadRecord() is not { } record)
            {
                problem = $"{folder.Name} has no finished run.";
                return null;
            }

            var actual = experiment.With(record.Epochs, record.Seed);
            if (RunFolder.Of(root, experiment.Settings, actual.Settings).Name != folder.Name)
            {
                problem = $"{folder.Name} holds a run of other epochs or another seed than its name says.";
                return null;
            }

            return Run.TryReadCurrent(folder, actual, data(), out problem) is { } run
                ? OfOverridden(experiment, actual, run, data())
                : null;
        }
        catch (ReproException e)
        {
            problem = e.Message;
            return null;
        }
    }

    private ReportedExperiment OfOverridden(Experiment locked, Experiment actual, Run run, DataSet data)
    {
        OverriddenSetting[] settings =
        [
            new("epochs", actual.Settings.Epochs, locked.Settings.Epochs), new("seed", actual.Settings.Seed, locked.Settings.Seed),
        ];
        var overridden = new RunOverrides(run.Folder.Name, [.. settings.Where(setting => setting.Value != setting.InFile)]);
        var what = string.Join(" and ", overridden.Settings.Select(
            setting => string.Create(CultureInfo.InvariantCulture, $"{setting.Setting} {setting.Value} in place of {setting.InFile}")));
        return OfRun(
            actual, run, data, LockState.Overridden,
            $"This run was given {what}. It is not the run that experiments.yaml describes, and is not compared with what is locked.") with
        {
            Overridden = overridden,
        };
    }

    private Run? TryRead(Experiment experiment, Func<DataSet> data, out string? stale)
    {
        try
        {
            var folder = RunFolder.Of(root, experiment.Settings);
            if (folder.TryReadRecord() is null)
            {
                stale = $"{experiment.Name} has no finished run.";
                return null;
            }

            return Run.TryReadCurrent(folder, experiment, data(), out stale);
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

    private ReportedExperiment OfRun(Experiment experiment, Run run, DataSet data, Snapshot? locked, string? damage)
    {
        var difference = locked is null ? null : SnapshotComparison.Compare(locked, run.Snapshot);
        var state = damage is not null ? LockState.Damaged : locked is null ? LockState.NotLocked : difference is null ? LockState.Same : LockState.Different;
        return OfRun(experiment, run, data, state, Sentences(difference is null ? null : difference + ".", damage));
    }

    private ReportedExperiment OfRun(Experiment experiment, Run run, DataSet data, LockState state, string note)
    {
        var (snapshot, folder) = (run.Snapshot, run.Folder);
        return new ReportedExperiment
        {
            Settings = experiment.Settings,
            Source = ResultSource.Run,
            Lock = state,
            Note = note,
            Snapshot = snapshot,
            LearningRates = [.. LossesCsv.Parse(RegularFile.Read(folder.LossesPath, RegularFile.ReadAllText), folder.LossesPath).Select(
                epoch => epoch.LearningRate ?? double.NaN)],
            Record = run.Record,
            Run = run,
            Map = ReportedMap.Of(LatentMap.Draw(experiment, run, data)),
            Pictures = [.. snapshot.Pictures.Select(
                entry => Picture(entry, folder.PicturePath(entry.FileName), out _)).OfType<ReportedPicture>()],
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
            var png = RegularFile.ReadAllBytes(path);
            problem = entry.Is(PictureFile.Decode(png)) ? null : $"The picture '{file}' is not the one that is named.";
            return problem is null ? new ReportedPicture(entry, file, png) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            problem = $"The picture '{file}' cannot be read: {e.Message}";
            return null;
        }
    }

    // Without the folder of this machine, so that the same results give the same report anywhere.
    private string Sentences(params IEnumerable<string?> sentences) =>
        string.Join(' ', sentences.OfType<string>()).Replace(
            Path.TrimEndingDirectorySeparator(root) + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
}
