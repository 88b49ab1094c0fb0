using System.CommandLine;
using System.Globalization;
using Repro.Cli.Context;
using Repro.Cli.Runs;
using Repro.Runtime.Metrics;
using Repro.Runtime.Studies;
using Spectre.Console;

namespace Repro.Cli.Commands;

/// <summary>The command of a study: trains the missing runs, measures all, and writes the study's files.</summary>
internal static class StudyCommand
{
    public static Command Create(CliContext context, Study study)
    {
        var seeds = Options.Count("--seeds", "Use only the first seeds, this many. Then only the tables in artifacts/ are written.");
        var (threads, fresh, wait) = (Options.Threads(), Options.Fresh(), Options.Wait());
        var command = new Command(study.Name, study.Description) { seeds, threads, fresh, wait };
        command.SetAction(parsed =>
        {
            Options.UseThreads(parsed.GetValue(threads));
            var mode = new TrainingMode(Force: false, parsed.GetValue(fresh), parsed.GetValue(wait));
            return Execute(context, study, [.. study.Seeds.Take(parsed.GetValue(seeds) ?? int.MaxValue)], mode);
        });
        return command;
    }

    /// <summary>The name of the folder in artifacts/ for the tables of a number of seeds.</summary>
    public static string FolderName(Study study, int seeds) =>
        seeds == study.Seeds.Count ? study.Name : string.Create(CultureInfo.InvariantCulture, $"{study.Name}.seeds-{seeds}");

    private static int Execute(CliContext context, Study study, IReadOnlyList<long> seeds, TrainingMode mode)
    {
        TrainingPlan[] plans = [.. study.Experiments.SelectMany(
            experiment => seeds.Select(seed => new TrainingPlan(experiment, null, seed)))];
        using var data = LoadedData.Load(context, study.Experiments);
        var outcomes = Training.Execute(context, plans, data, mode);
        if (outcomes.Any(outcome => outcome.Difference is not null))
        {
            return ExitCode.Failed;
        }

        MeasurementTask[] runs = [.. outcomes.Zip(
            plans, (outcome, plan) => new MeasurementTask(plan.Experiment, outcome.Run, data.Of(plan.Experiment)))];
        var results = Measure(context, study, runs);
        var folder = Path.Combine(context.Root, "artifacts", FolderName(study, seeds.Count));
        StudyTables.Write(folder, results);
        context.Out.WriteLine($"The tables are in '{folder}'.");
        if (seeds.Count != study.Seeds.Count)
        {
            // The committed files are made from all seeds.
            context.Out.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"Nothing else was written: what '{study.Name}' makes of the results is of all its "
                    + $"{study.Seeds.Count} seeds. For that: repro {study.Name}"));
            return ExitCode.Done;
        }

        foreach (var file in study.Write(new StudyContext(context.Root, context.Snapshots, data.Of), results))
        {
            context.Out.WriteLine($"Wrote '{file}'.");
        }

        return ExitCode.Done;
    }

    private static StudyResults Measure(CliContext context, Study study, IReadOnlyList<MeasurementTask> runs)
    {
        using var heeding = context.StopRequest.Heed();
        return StudyResults.Measure(runs, study.BaselineComponents, run => context.Out.WriteLine(Measured(run)), context.Stop);
    }

    private static string Measured(RunMetrics run) =>
        string.Create(CultureInfo.InvariantCulture, $"measured {run.Experiment}, seed {run.Seed}");
}
