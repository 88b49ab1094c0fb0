using System.CommandLine;
using Repro.Cli.Context;
using Repro.Cli.Runs;

namespace Repro.Cli.Commands;

/// <summary><c>repro reproduce</c>: trains each experiment that has no up-to-date run.</summary>
internal static class ReproduceCommand
{
    public static Command Create(CliContext context)
    {
        var names = Options.Names("The experiments to reproduce; all of them when none is named.", required: false);
        var force = new Option<bool>("--force") { Description = "Train what is up to date, too." };
        var (threads, fresh, wait) = (Options.Threads(), Options.Fresh(), Options.Wait());
        var command = new Command(
            "reproduce",
            "Train each experiment without an up-to-date run in artifacts/, compare the runs with their snapshots, and write the report.")
        {
            names, force, threads, fresh, wait,
        };
        command.SetAction(parsed =>
        {
            Options.UseThreads(parsed.GetValue(threads));
            var experiments = context.FindOrAll(parsed.GetValue(names) ?? []);
            var code = Training.Execute(
                context,
                [.. experiments.Select(experiment => new TrainingPlan(experiment, null, null))],
                new(parsed.GetValue(force), parsed.GetValue(fresh), parsed.GetValue(wait)));
            ReportCommand.Write(context, context.Experiments);
            return code;
        });
        return command;
    }
}
