using Repro.Runtime.Data;
using Repro.Runtime.Imaging;
using Repro.Runtime.Runs;
using Repro.Runtime.Snapshots;

namespace Repro.Runtime.Verification;

/// <summary>A finished run in the artifacts that is of the experiment as it stands: it is up to date, and can be locked.</summary>
public sealed class FinishedRun
{
    private readonly IReadOnlyDictionary<SnapshotPicture, RgbImage> pictures;

    private FinishedRun(CompletedRun run, IReadOnlyDictionary<SnapshotPicture, RgbImage> pictures)
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
        return TryLoad(RunFolder.Of(root, experiment.Settings, experiment.Settings), experiment, data, out stale);
    }

    /// <summary>Likewise, of the run in <paramref name="folder"/>, which may be an overridden one of an experiment with the same overrides.</summary>
    public static FinishedRun? TryLoad(RunFolder folder, Experiment experiment, DataSet data, out string? stale)
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

    private static FinishedRun Read(RunFolder folder, Experiment experiment, DataSet data)
    {
        var run = StoredRun.TryRead(folder, out var findings) ?? throw Stale(experiment, findings is [var first, ..]
            ? $"has a run in '{folder.Path}' that is not what was written: {first}{(findings.Count == 1 ? "" : ", and more: see 'repro check'")}"
            : $"has no finished run in '{folder.Path}'");
        var was = run.Snapshot.Header;
        var expected = SnapshotHeader.Of(experiment.Settings, data, was.Parameters);
        foreach (var (before, now) in was.Fields.Zip(expected.Fields))
        {
            if (before != now)
            {
                throw Stale(experiment, $"has changed since its run in '{folder.Path}': {now.Name} is now {now.Value}, was {before.Value}");
            }
        }

        if (experiment.Settings.Captures.FirstOrDefault(epoch => epoch < experiment.Settings.Epochs && !File.Exists(folder.WeightsPathAt(epoch, experiment.Settings.Epochs))) is var missing and > 0)
        {
            throw Stale(experiment, $"has a run in '{folder.Path}' without the weights of epoch {missing}");
        }

        return new FinishedRun(new CompletedRun(run.Snapshot, folder, TimeSpan.FromSeconds(run.Record.Seconds)), run.Pictures);
    }

    private static ReproException Stale(Experiment experiment, string why) => new($"{experiment.Name} {why}.");
}
