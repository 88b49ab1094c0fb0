using System.CommandLine;

namespace Repro.Cli;

/// <summary><c>repro reproduce</c>: trains every experiment as <c>experiments.yaml</c> says.</summary>
internal static class ReproduceCommand
{
    public static Command Create(CliContext context)
    {
        var threads = Options.Threads();
        var command = new Command("reproduce", "Train every experiment in full and compare it with its snapshot.") { threads };
        command.SetAction(parsed =>
        {
            Options.UseThreads(parsed.GetValue(threads));
            return Training.Run(context, [.. context.Experiments.Select(experiment => new TrainingPlan(experiment, null, null))]);
        });
        return command;
    }
}
