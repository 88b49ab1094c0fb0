using System.CommandLine;
using Repro.Cli.Context;
using Repro.Cli.Progress;
using Repro.Cli.Runs;
using Repro.Runtime;
using Repro.Runtime.Snapshots;
using Repro.Runtime.Verification;
using Spectre.Console;

namespace Repro.Cli.Commands;

/// <summary><c>repro verify</c>: reruns locked experiments and compares them with their snapshots.</summary>
internal static class VerifyCommand
{
    public static Command Create(CliContext context)
    {
        var names = Options.Names("The experiments to verify; all of them when none is named.", required: false);
        var full = new Option<bool>("--full") { Description = $"Rerun every epoch, not the first {ReceivedResult.FirstEpochs} only." };
        var threads = Options.Threads();
        var command = new AnswerCommand("verify", "Rerun experiments and compare them with their snapshots.") { names, full, threads };
        command.SetAction(parsed =>
        {
            Options.UseThreads(parsed.GetValue(threads));
            var named = parsed.GetValue(names) ?? [];
            return Execute(context, context.FindOrAll(named), named.Length == 0, parsed.GetValue(full));
        });
        return command;
    }

    private static int Execute(CliContext context, IReadOnlyList<Experiment> experiments, bool all, bool full)
    {
        var verifier = new ExperimentVerifier(context.Snapshots);
        var check = new SnapshotCheck(context.Snapshots);
        var locked = experiments.Where(verifier.IsLocked).ToList();
        List<string> problems =
        [
            .. verifier.WithoutSnapshot(experiments),
            .. locked.SelectMany(experiment => check.Problems(experiment.Name)),
            .. all ? verifier.WithoutExperiment(experiments).Concat(check.PicturesWithoutSnapshot()) : [],
        ];
        problems.ForEach(problem => Report(context, problem));
        using var data = LoadedData.Load(context, locked);
        context.ShowEngine();
        foreach (var experiment in locked)
        {
            var result = ProgressView.Show(
                context, experiment.Name, ReceivedResult.Epochs(experiment.Settings, full), "Nothing was changed.", observer =>
                verifier.Verify(experiment, data.Of(experiment), full, observer, context.Stop));
            if (result.Difference is null)
            {
                context.Out.WriteLine($"{experiment.Name}: same as its snapshot ({result.Epochs} of {experiment.Settings.Epochs} epochs)");
            }
            else
            {
                problems.Add(result.Difference);
                Report(context, $"{result.Difference}. See '{context.Snapshots.ReceivedPath(experiment.Name)}'; if the change is wanted: " +
                    $"repro run {experiment.Name}, then: repro accept {experiment.Name}");
            }
        }

        return problems.Count == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private static void Report(CliContext context, string problem) => context.Error.WriteLine(problem, new Style(Color.Red));
}
