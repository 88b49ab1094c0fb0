using System.CommandLine;
using Repro.Cli.Context;
using Repro.Cli.Runs;

namespace Repro.Cli.Commands;

/// <summary><c>repro run</c>: trains the named experiments.</summary>
internal static class RunCommand
{
    public static Command Create(CliContext context)
    {
        var names = Options.Names("The experiments to train.", required: true);
        var (epochs, seed, threads) = (Options.Epochs(), Options.Seed(), Options.Threads());
        var (fresh, wait) = (Options.Fresh(), Options.Wait());
        var tensorBoard = new Option<bool>("--tensorboard") { Description = "Also write losses and pictures to "
            + "artifacts/NAME/tensorboard/ for TensorBoard." };
        var command = new Command("run", "Train experiments. A stopped run continues from its checkpoint. Results go to artifacts/.")
        {
            names, epochs, seed, threads, fresh, wait, tensorBoard,
        };
        command.SetAction(parsed =>
        {
            var experiments = context.Find(parsed.GetRequiredValue(names));
            Options.UseThreads(parsed.GetValue(threads));
            return Training.Execute(
                context,
                [.. experiments.Select(experiment => new TrainingPlan(experiment, parsed.GetValue(epochs), parsed.GetValue(seed)))],
                new(Force: true, parsed.GetValue(fresh), parsed.GetValue(wait)) { TensorBoard = parsed.GetValue(tensorBoard) });
        });
        return command;
    }
}
