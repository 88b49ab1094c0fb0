using System.Globalization;
using Repro.Cli.Context;
using Repro.Cli.Progress;
using Repro.Runtime.Checkpoints;
using Repro.Runtime.Data;
using Repro.Runtime.Runs;
using Repro.Runtime.TensorBoard;
using Repro.Runtime.Training;
using Spectre.Console;

namespace Repro.Cli.Runs;

/// <summary>Trains experiments one after the other, shows how it goes, and ends with a table.</summary>
internal static class Training
{
    /// <param name="context">The world outside.</param>
    /// <param name="plans">What to train.</param>
    /// <param name="mode">How to train.</param>
    public static int Execute(CliContext context, IReadOnlyList<TrainingPlan> plans, TrainingMode mode)
    {
        // Mistakes in images and snapshots are found before hours of training, not after.
        using var data = LoadedData.Load(context, plans.Select(plan => plan.Experiment));
        return Execute(context, plans, data, mode).Any(outcome => outcome.Difference is not null) ? ExitCode.Failed : ExitCode.Done;
    }

    /// <summary>The same with loaded images. The result is the outcome of each plan.</summary>
    public static IReadOnlyList<TrainingOutcome> Execute(
        CliContext context, IReadOnlyList<TrainingPlan> plans, LoadedData data, TrainingMode mode)
    {
        var snapshots = plans.Select(plan => plan.Name).Distinct(StringComparer.Ordinal).ToDictionary(
            name => name, context.Snapshots.TryRead, StringComparer.Ordinal);
        context.ShowEngine();
        foreach (var plan in plans.Where(plan => plan.Overridden))
        {
            context.Out.WriteLine(plan.Notice(context.Root));
        }

        using var heeding = context.StopRequest.Heed();
        using var locks = RunLocks.Take(context, plans.Select(plan => plan.Folder(context.Root)), mode.Wait);
        var outcomes = new List<TrainingOutcome>();
        try
        {
            var upToDate = plans.Select(plan => mode.Force ? null : UpToDate(context, plan, data)).ToList();
            foreach (var (plan, _) in plans.Zip(upToDate).Where(pair => pair.Second is null))
            {
                LastBatch.Check(plan.Experiment, data.Of(plan.Experiment));
            }

            foreach (var (plan, current) in plans.Zip(upToDate))
            {
                outcomes.Add(new TrainingOutcome(current ?? Train(context, plan, data, mode), plan.Overridden, snapshots[plan.Name]));
            }
        }
        finally
        {
            // Also when a run was stopped or failed: the finished ones are shown.
            Report(context, outcomes);
        }

        return outcomes;
    }

    private static Run? UpToDate(CliContext context, TrainingPlan plan, LoadedData data)
    {
        var folder = plan.Folder(context.Root);
        var run = Run.TryReadCurrent(folder, plan.Experiment, data.Of(plan.Experiment), out var stale);
        context.Out.WriteLine(
            stale ?? $"{folder.Name} is up to date: its run in '{folder.Path}' is of this specification, data and engine.");
        return run;
    }

    private static Run Train(CliContext context, TrainingPlan plan, LoadedData data, TrainingMode mode)
    {
        var (experiment, images, folder) = (plan.Experiment, data.Of(plan.Experiment), plan.Folder(context.Root));
        var checkpoint = mode.Fresh ? null : FindCheckpoint(context, plan, folder, images);
        return ProgressView.Show(context, plan.Name, experiment.Settings.Epochs, () => Kept(folder), observer =>
            RunRecorder.Train(
                experiment,
                images,
                folder,
                mode.TensorBoard ? new EventFile(folder, observer, context.Clock) : observer,
                context.Clock,
                context.Stop,
                checkpoint));
    }

    private static Checkpoint? FindCheckpoint(CliContext context, TrainingPlan plan, RunFolder folder, DataSet images)
    {
        var settings = plan.Experiment.Settings;
        var checkpoint = folder.FindCheckpoint(settings, images, out var unused);
        foreach (var problem in unused)
        {
            context.Error.WriteLine($"{plan.Name}: {problem}", new Style(Color.Yellow));
        }

        if (checkpoint is not null)
        {
            context.Out.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{plan.Name} goes on {checkpoint.Position} of {settings.Epochs}, from '{checkpoint.Path}'; --fresh starts over."));
        }
        else if (unused.Count > 0)
        {
            context.Error.WriteLine($"{plan.Name} starts over.", new Style(Color.Yellow));
        }

        return checkpoint;
    }

    private static string Kept(RunFolder folder) => folder.Checkpoints.Positions is [var last, ..]
        ? $"Its state {last} is kept; go on with: {folder.Command}"
        : $"There is no checkpoint yet; start over with: {folder.Command}";

    private static void Report(CliContext context, List<TrainingOutcome> outcomes)
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
                $"{outcome.Difference}. The new results are in '{outcome.Run.Folder.Path}'; if the change is wanted: repro accept {name}",
                new Style(Color.Red));
        }
    }
}
