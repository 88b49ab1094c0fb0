using Repro.Runtime;
using Repro.Runtime.Metrics;
using Repro.Runtime.Studies;

namespace Repro.Report;

/// <summary>
/// Finds what was measured of the weights that a report shows. Weights are known by their hash, so no number of others is ever taken.
/// </summary>
public sealed class MetricReader
{
    /// <summary>What measures the runs of a report that no study measures.</summary>
    public const string MeasureCommand = "repro report --measure";

    private readonly IReadOnlyList<MetricFile> files;
    private readonly List<(MetricFile File, StudyResults Results)> read = [];
    private readonly List<string> problems = [];

    /// <summary>Reads the files that are there, the first of which has precedence.</summary>
    /// <param name="root">The folder of <c>experiments.yaml</c>.</param>
    /// <param name="files">The files.</param>
    public MetricReader(string root, IReadOnlyList<MetricFile> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        this.files = files;
        foreach (var file in files)
        {
            try
            {
                if (StudyResults.TryRead(root, file.Path) is { } results)
                {
                    read.Add((file, results));
                }
            }
            catch (ReproException e)
            {
                problems.Add(e.Message);
            }
        }
    }

    /// <summary>The experiment with its metrics or, where there are none, why, and what makes them.</summary>
    public ReportedExperiment Read(ReportedExperiment experiment)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        if (experiment.Snapshot is not { Weights: { } weights } snapshot)
        {
            return experiment with { MetricsNote = "Without results there is nothing to measure." };
        }

        foreach (var (file, results) in read)
        {
            if (results.Runs.FirstOrDefault(run => run.Weights == weights && run.Data == snapshot.Header.Data) is { } run)
            {
                return experiment with { Metrics = Of(file, results, run, $"pca-{experiment.Settings.LatentDimension}"), MetricsNote = "" };
            }
        }

        return experiment with { MetricsNote = Why(experiment) };
    }

    private static ReportedMetrics Of(MetricFile file, StudyResults results, RunMetrics run, string ownBaseline)
    {
        // The hash of a specification is that of the file, whatever seed and number of epochs a run was given.
        RunMetrics[] alike = [.. results.Runs.Where(
            other => Kind(other) == Kind(run)).Prepend(run).DistinctBy(other => other.Seed).OrderBy(other => other.Seed)];
        BaselineMetrics[] baselines = [.. results.Baselines.Where(baseline => baseline.Data == run.Data)];
        if (baselines.Any(baseline => baseline.Name == ownBaseline))
        {
            baselines = [.. baselines.Where(baseline => baseline.Name == ownBaseline)];
        }

        var measurements = Measurement.Of(new StudyResults(alike, baselines, []));
        var own = measurements.Where(one => one.Seed == run.Seed).ToDictionary(one => (one.Model, one.Epoch, one.Metric), one => one.Value);
        var numbers = Summary.Of(measurements)
            .Select(spread => new MeasuredNumber(
                own.TryGetValue((spread.Model, spread.Epoch, spread.Metric), out var value) ? value : null, spread))
            .ToLookup(number => (number.Spread.Model, number.Spread.Epoch));
        return new ReportedMetrics
        {
            File = file.Path,
            Seeds = [.. alike.Select(other => other.Seed)],
            Epochs = [.. run.Epochs.Select(measured => new MeasuredEpoch(measured.Epoch, [.. numbers[(run.Experiment, measured.Epoch)]]))],
            Baselines = [.. baselines.DistinctBy(baseline => baseline.Name).Select(
                baseline => new MeasuredBaseline(baseline.Name, baseline.Components, [.. numbers[(baseline.Name, null)]]))],
            NeighbourDistance = results.Images.FirstOrDefault(images => images.Data == run.Data)?.NeighbourDistance,
        };
    }

    private static (string Experiment, string Spec, string Data, string Engine, int? Epochs) Kind(RunMetrics run) =>
        (run.Experiment, run.Spec, run.Data, run.Engine, run.Epochs is [.., var last] ? last.Epoch : null);

    private string Why(ReportedExperiment experiment)
    {
        var name = experiment.Settings.Name;
        var others = read.Where(one => one.Results.Runs.Any(run => run.Experiment == name)).Select(
            one => $"'{one.File.Path}' has numbers of other weights of {name} alone.");
        var command = experiment.Overridden is null
            && files.FirstOrDefault(file => file.Experiments.Contains(name)) is { } study ? study.Command
            : experiment.Source == ResultSource.Run ? $"{MeasureCommand} {name}"
            : $"repro run {name}, then: {MeasureCommand} {name}";
        return string.Join(
            ' ', (string[])["These weights have not been measured.", .. problems, .. others, $"Measure them with: {command}"]);
    }
}
