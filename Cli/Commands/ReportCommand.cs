using System.CommandLine;
using System.Globalization;
using Repro.Cli.Context;
using Repro.Cli.Progress;
using Repro.Report;
using Repro.Runtime;
using Spectre.Console;

namespace Repro.Cli.Commands;

/// <summary><c>repro report</c>: writes the results of experiments as one page, and as JSON and CSV.</summary>
internal static class ReportCommand
{
    public static Command Create(CliContext context)
    {
        var names = Options.Names("The experiments to show; all of them when none is named.", required: false);
        var measure = new Option<bool>("--measure") { Description = "Measure runs that were not measured yet, for example the diversity "
            + "of their samples. This takes seconds for each." };
        var command = new Command("report", "Write artifacts/report/index.html: curves, pictures, networks and settings of each run, or "
            + "of its snapshot where there is no run.")
        {
            names, measure,
        };
        command.SetAction(parsed => Write(context, context.FindOrAll(parsed.GetValue(names) ?? []), parsed.GetValue(measure)));
        return command;
    }

    /// <summary>Writes the report of these experiments and says where it is.</summary>
    /// <exception cref="ReproException">None of them has a result, or a file cannot be written.</exception>
    public static int Write(CliContext context, IReadOnlyList<Experiment> experiments, bool measure = false)
    {
        using var reading = new ResultReading(context);
        var results = reading.Read(experiments);
        if (results.All(result => result.Source == ResultSource.None))
        {
            throw new ReproException($"There is nothing to report: {Nothing(results)} Make a run with: repro run {results[0].Name}");
        }

        results = reading.WithMetrics(results, measure);
        var report = Counting.Show(
            context, "writing the report", results.Count, advance => new ReportFolder(context.Root).Write(results, advance));
        context.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"Report of {Count(experiments.Count)}{Overridden(results)}: '{report.Page}' "
                + $"({Megabytes(report.Bytes)}). Open it in a browser."));
        foreach (var result in results.Where(result => result.Source == ResultSource.None))
        {
            context.Out.WriteLine($"It has no results of {result.Name}: {result.Note}");
        }

        if (report.PicturesLeftOut > 0)
        {
            context.Out.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"To stay small, it leaves out {report.PicturesLeftOut} pictures of earlier epochs, and "
                    + $"names their files. Name fewer experiments to see all."));
        }

        CommittedPages.Tell(context, results);
        return ExitCode.Done;
    }

    private static string Overridden(IReadOnlyList<ReportedExperiment> results) =>
        results.Count(result => result.Overridden is not null) switch
    {
        0 => "",
        1 => " and 1 overridden run",
        var count => string.Create(CultureInfo.InvariantCulture, $" and {count} overridden runs"),
    };

    private static string Nothing(IReadOnlyList<ReportedExperiment> results) =>
        results.Count == 1 ? results[0].Note : "none of the experiments has a finished run or a lock of its specification.";

    private static string Count(int experiments) =>
        string.Create(CultureInfo.InvariantCulture, $"{experiments} {(experiments == 1 ? "experiment" : "experiments")}");

    private static string Megabytes(long bytes) => bytes < 1_000_000
        ? string.Create(CultureInfo.InvariantCulture, $"{(bytes + 999) / 1000} kB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:F1} MB");
}
