using Repro.Runtime.Artifacts;
using Repro.Runtime.TensorBoard;
using Repro.Runtime.Verification;
using Spectre.Console;

namespace Repro.Cli;

/// <summary>Trains experiments one after the other, shows how it goes, and ends with a table.</summary>
internal static class Training
{
    /// <param name="context">The world outside.</param>
    /// <param name="plans">What to train.</param>
    /// <param name="force">Whether an experiment is also trained whose finished run is up to date.</param>
    /// <param name="tensorBoard">Whether to write event files for TensorBoard.</param>
    public static int Run(CliContext context, IReadOnlyList<TrainingPlan> plans, bool force, bool tensorBoard = false)
    {
        // Whatever can be wrong with images and snapshots shows before hours of training, not after.
        using var data = LoadedData.Load(context.Root, plans.Select(plan => plan.Experiment));
        return Run(context, plans, data, force, tensorBoard).Any(outcome => outcome.Difference is not null) ? ExitCode.Failed : ExitCode.Done;
    }

    /// <summary>Likewise, with images that are loaded, and gives what came of each.</summary>
    public static IReadOnlyList<RunOutcome> Run(CliContext context, IReadOnlyList<TrainingPlan> plans, LoadedData data, bool force, bool tensorBoard = false)
    {
        var snapshots = plans.Select(plan => plan.Name).Distinct(StringComparer.Ordinal).ToDictionary(name => name, context.Snapshots.TryRead, StringComparer.Ordinal);
        context.ShowEngine();
        foreach (var plan in plans.Where(plan => plan.Overridden))
        {
            context.Out.WriteLine(plan.Notice(context.Root));
        }

        var outcomes = new List<RunOutcome>();
        try
        {
            foreach (var plan in plans)
            {
                var run = (force ? null : UpToDate(context, plan, data)) ?? Train(context, plan, data, tensorBoard);
                outcomes.Add(new RunOutcome(run, plan.Overridden, snapshots[plan.Name]));
            }
        }
        finally
        {
            // Also when it was stopped or failed: what is finished stays finished.
            Report(context, outcomes);
        }

        return outcomes;
    }

    private static CompletedRun? UpToDate(CliContext context, TrainingPlan plan, LoadedData data)
    {
        var finished = FinishedRun.TryLoad(plan.Folder(context.Root), plan.Experiment, data.Of(plan.Experiment), out var stale);
        context.Out.WriteLine(stale ?? $"{finished!.Run.Folder.Name} is up to date: its run in '{finished.Run.Folder.Path}' is of this specification, data and engine.");
        return finished?.Run;
    }

    private static CompletedRun Train(CliContext context, TrainingPlan plan, LoadedData data, bool tensorBoard)
    {
        var folder = plan.Folder(context.Root);
        var kept = $"Its losses and pictures so far are in '{folder.Path}'; run it again to start over.";
        return ProgressView.Show(context, plan.Name, plan.Experiment.Settings.Epochs, kept, observer =>
            RecordedRun.Train(plan.Experiment, data.Of(plan.Experiment), folder, tensorBoard ? new EventFile(folder, observer, context.Clock) : observer, context.Clock, context.Stop));
    }

    private static void Report(CliContext context, List<RunOutcome> outcomes)
    {
        if (outcomes.Count == 0)
        {
            return;
        }

        context.Out.Write(OutcomeTable.Draw(outcomes));
        foreach (var outcome in outcomes.Where(outcome => outcome.Difference is not null))
        {
            var name = outcome.Run.Snapshot.Header.Experiment;
            context.Error.WriteLine(
                $"{outcome.Difference}. The new results are in '{outcome.Run.Folder.Path}'; if the change is wanted: repro accept {name}", new Style(Color.Red));
        }
    }
}
