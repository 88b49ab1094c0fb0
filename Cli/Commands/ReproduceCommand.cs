using System.CommandLine;
using Repro.Cli.Context;
using Repro.Cli.Runs;

namespace Repro.Cli.Commands;

/// <summary><c>repro reproduce</c>: makes sure that there is a run of each experiment as <c>experiments.yaml</c> says.</summary>
internal static class ReproduceCommand
{
    public static Command Create(CliContext context)
    {
        var names = Options.Names("The experiments to reproduce; all of them when none is named.", required: false);
        var force = new Option<bool>("--force") { Description = "Train also what is up to date." };
        var (threads, fresh, wait) = (Options.Threads(), Options.Fresh(), Options.Wait());
        var command = new Command(
            "reproduce", "Train what has no finished run of its specification, data and engine in artifacts/, compare it with its snapshot, and write the report.")
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
