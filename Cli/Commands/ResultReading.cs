using Repro.Cli.Context;
using Repro.Cli.Progress;
using Repro.Report;
using Repro.Runtime;
using Repro.Runtime.Data;
using Repro.Runtime.Studies;
using Spectre.Console;

namespace Repro.Cli.Commands;

/// <summary>Reads the results for a report. Images are loaded on demand, each set once.</summary>
internal sealed class ResultReading(CliContext context) : IDisposable
{
    private readonly Dictionary<DataSettings, DataSet> sets = [];

    /// <summary>
    /// Reads the results of these experiments, each followed by its overridden runs. It names the overridden runs that cannot be shown.
    /// </summary>
    public IReadOnlyList<ReportedExperiment> Read(IReadOnlyList<Experiment> experiments)
    {
        using var heeding = context.StopRequest.Heed();
        var (reader, left) = (new ResultReader(context.Root, context.Snapshots), new List<string>());
        var results = Counting.Show(context, "reading results", experiments.Count, advance =>
        {
            var (read, done) = (new List<ReportedExperiment>(), 0);
            foreach (var experiment in experiments)
            {
                context.Stop.ThrowIfCancellationRequested();
                read.Add(reader.Read(experiment, () => Load(experiment.Settings.Data)));
                read.AddRange(reader.ReadOverridden(experiment, () => Load(experiment.Settings.Data), out var problems));
                left.AddRange(problems);
                advance(++done);
            }

            return read;
        });
        foreach (var problem in left)
        {
            context.Out.WriteLine($"An overridden run is not shown: {problem}");
        }

        return results;
    }

    /// <summary>
    /// Adds the measurements to the results. With <paramref name="measure"/>, runs without measurements are measured first.
    /// </summary>
    public IReadOnlyList<ReportedExperiment> WithMetrics(IReadOnlyList<ReportedExperiment> results, bool measure)
    {
        var measured = Measured(results);
        ReportedExperiment[] missing = [.. measured.Where(result => measure && result is { Run: not null, Metrics: null })];
        if (missing.Length == 0)
        {
            return measured;
        }

        using var heeding = context.StopRequest.Heed();
        Counting.Show(context, "measuring", missing.Length, advance =>
        {
            var done = 0;
            RunMeasurer.Add(context.Root, [.. missing.Select(Run)], results, _ => advance(++done), context.Stop);
            return done;
        });
        return Measured(results);
    }

    public void Dispose()
    {
        foreach (var set in sets.Values)
        {
            set.Dispose();
        }
    }

    private List<ReportedExperiment> Measured(IReadOnlyList<ReportedExperiment> results)
    {
        var reader = new MetricReader(context.Root, [.. context.Studies.SelectMany(Files), RunMeasurer.File]);
        return [.. results.Select(reader.Read)];
    }

    /// <summary>The files that a study may have written: for all seeds, the committed one, and for fewer and fewer seeds.</summary>
    private static IEnumerable<MetricFile> Files(Study study)
    {
        string[] names = [.. study.Experiments.Select(experiment => experiment.Name)];
        var folders = Enumerable.Range(1, study.Seeds.Count).Reverse().Select(
            seeds => $"artifacts/{StudyCommand.FolderName(study, seeds)}/{StudyTables.ResultsName}").ToList();
        return ((IEnumerable<string?>)[folders[0], study.CommittedResults, .. folders.Skip(1)]).OfType<string>().Select(
            file => new MetricFile(file, $"repro {study.Name}", names));
    }

    private MeasurementTask Run(ReportedExperiment result)
    {
        var experiment = context.Find([result.Settings.Name])[0].With(result.Settings.Epochs, result.Settings.Seed);
        return new(experiment, result.Run!, Load(result.Settings.Data));
    }

    private DataSet Load(DataSettings settings)
    {
        if (!sets.TryGetValue(settings, out var set))
        {
            sets.Add(settings, set = ImageFolder.Load(context.Root, settings));
        }

        return set;
    }
}
