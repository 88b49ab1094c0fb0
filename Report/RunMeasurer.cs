using Repro.Runtime;
using Repro.Runtime.Files;
using Repro.Runtime.Metrics;
using Repro.Runtime.Studies;

namespace Repro.Report;

/// <summary>
/// Measures runs that no study has measured, and keeps the numbers beside the report, where a <see cref="MetricReader"/> finds them.
/// </summary>
public static class RunMeasurer
{
    private const int AtATime = 8;

    /// <summary>Where they are kept.</summary>
    public static MetricFile File { get; } = new("artifacts/report/" + StudyTables.ResultsName, MetricReader.MeasureCommand, []);

    /// <summary>
    /// Measures runs, each beside principal components as many as it has latent dimensions, and adds the numbers to those that are kept.
    /// </summary>
    /// <param name="root">The folder of <c>experiments.yaml</c>.</param>
    /// <param name="runs">The runs.</param>
    /// <param name="shown">What is reported: what was measured of earlier runs of these experiments is not kept.</param>
    /// <param name="measured">Is told of each run that is done.</param>
    /// <param name="cancellationToken">Stops between two runs.</param>
    /// <exception cref="ReproException">A file cannot be read or written.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static void Add(
        string root, IReadOnlyList<MeasurementTask> runs, IReadOnlyList<ReportedExperiment> shown, Action<RunMetrics> measured,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(runs);
        ArgumentNullException.ThrowIfNull(shown);
        var path = Path.Combine(root, File.Path);
        var results = Kept(root, shown);
        StudyTables.MakeFolder(Path.GetDirectoryName(path)!);
        foreach (var alike in runs.GroupBy(run => run.Experiment.Settings.LatentDimension).OrderBy(group => group.Key))
        {
            // A few at a time, so that little is lost when it is stopped.
            foreach (var few in alike.Chunk(AtATime))
            {
                results = Joined(results, StudyResults.Measure(few, alike.Key, measured, cancellationToken));
                AtomicFile.WriteText(path, results.ToJson());
            }
        }
    }

    private static StudyResults Joined(StudyResults first, StudyResults second) => new(
        [.. first.Runs, .. second.Runs],
        [.. first.Baselines.Concat(second.Baselines).DistinctBy(baseline => (baseline.Name, baseline.Data, baseline.Seed))],
        [.. first.Images.Concat(second.Images).DistinctBy(images => images.Data)]);

    private static StudyResults Kept(string root, IReadOnlyList<ReportedExperiment> shown)
    {
        StudyResults before;
        try
        {
            before = StudyResults.TryRead(root, File.Path) ?? new([], [], []);
        }
        catch (ReproException)
        {
            // It is made anew.
            before = new([], [], []);
        }

        var names = shown.Select(experiment => experiment.Settings.Name).ToHashSet(StringComparer.Ordinal);
        var weights = shown.Select(experiment => experiment.Snapshot?.Weights).ToHashSet(StringComparer.Ordinal);
        RunMetrics[] runs = [.. before.Runs.Where(run => !names.Contains(run.Experiment) || weights.Contains(run.Weights))];
        var data = runs.Select(run => run.Data).ToHashSet(StringComparer.Ordinal);
        return new(
            runs, [.. before.Baselines.Where(baseline => data.Contains(baseline.Data))],
            [.. before.Images.Where(images => data.Contains(images.Data))]);
    }
}
