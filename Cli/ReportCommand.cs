using System.CommandLine;
using System.Globalization;
using Repro.Report;
using Repro.Runtime;
using Repro.Runtime.Data;
using Spectre.Console;

namespace Repro.Cli;

/// <summary><c>repro report</c>: writes the results of experiments as one page, and as JSON and CSV.</summary>
internal static class ReportCommand
{
    public static Command Create(CliContext context)
    {
        var names = Options.Names("The experiments to show; all of them when none is named.", required: false);
        var command = new Command("report", "Write artifacts/report/index.html: curves, pictures, networks and settings of the runs or, without a run, of what is locked.")
        {
            names,
        };
        command.SetAction(parsed => Write(context, context.FindOrAll(parsed.GetValue(names) ?? [])));
        return command;
    }

    /// <summary>Writes the report of these experiments and says where it is.</summary>
    /// <exception cref="ReproException">None of them has a result, or a file cannot be written.</exception>
    public static int Write(CliContext context, IReadOnlyList<Experiment> experiments)
    {
        var results = Read(context, experiments);
        if (results.All(result => result.Source == ResultSource.None))
        {
            throw new ReproException($"There is nothing to report: {Nothing(results)} Make a run with: repro run {results[0].Settings.Name}");
        }

        var report = Counting.Show(context, "writing the report", results.Count, advance => new ReportFolder(context.Root).Write(results, advance));
        context.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"Report of {Count(results.Count)}: '{report.Page}' ({Megabytes(report.Bytes)}). Open it in a browser."));
        foreach (var result in results.Where(result => result.Source == ResultSource.None))
        {
            context.Out.WriteLine($"It has no results of {result.Settings.Name}: {result.Note}");
        }

        if (report.PicturesLeftOut > 0)
        {
            context.Out.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"To stay small, it leaves out {report.PicturesLeftOut} pictures of earlier epochs, and names their files. Name fewer experiments to see all."));
        }

        return ExitCode.Done;
    }

    private static List<ReportedExperiment> Read(CliContext context, IReadOnlyList<Experiment> experiments)
    {
        var sets = new Dictionary<DataSettings, DataSet>();
        try
        {
            var reader = new ResultReader(context.Root, context.Snapshots);
            return Counting.Show(context, "reading results", experiments.Count, advance =>
            {
                var results = new List<ReportedExperiment>();
                foreach (var experiment in experiments)
                {
                    context.Stop.ThrowIfCancellationRequested();
                    results.Add(reader.Read(experiment, () => Load(experiment.Settings.Data)));
                    advance(results.Count);
                }

                return results;
            });
        }
        finally
        {
            foreach (var set in sets.Values)
            {
                set.Dispose();
            }
        }

        DataSet Load(DataSettings settings)
        {
            if (!sets.TryGetValue(settings, out var set))
            {
                sets.Add(settings, set = ImageFolder.Load(context.Root, settings));
            }

            return set;
        }
    }

    private static string Nothing(List<ReportedExperiment> results) =>
        results.Count == 1 ? results[0].Note : "none of the experiments has a finished run or a lock of its specification.";

    private static string Count(int experiments) => string.Create(CultureInfo.InvariantCulture, $"{experiments} {(experiments == 1 ? "experiment" : "experiments")}");

    private static string Megabytes(long bytes) => bytes < 1_000_000
        ? string.Create(CultureInfo.InvariantCulture, $"{(bytes + 999) / 1000} kB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:F1} MB");
}
