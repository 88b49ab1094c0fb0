using System.CommandLine;

namespace Repro.Cli;

/// <summary><c>repro run</c>: trains the named experiments.</summary>
internal static class RunCommand
{
    public static Command Create(CliContext context)
    {
        var names = Options.Names("The experiments to train.", required: true);
        var (epochs, seed, threads) = (Options.Epochs(), Options.Seed(), Options.Threads());
        var tensorBoard = new Option<bool>("--tensorboard") { Description = "Also write losses and pictures to artifacts/NAME/tensorboard/ for TensorBoard." };
        var command = new Command("run", "Train experiments; results go to artifacts/.") { names, epochs, seed, threads, tensorBoard };
        command.SetAction(parsed =>
        {
            var experiments = context.Find(parsed.GetRequiredValue(names));
            Options.UseThreads(parsed.GetValue(threads));
            return Training.Run(context, [.. experiments.Select(experiment => new TrainingPlan(experiment, parsed.GetValue(epochs), parsed.GetValue(seed)))], force: true, parsed.GetValue(tensorBoard));
        });
        return command;
    }
}
