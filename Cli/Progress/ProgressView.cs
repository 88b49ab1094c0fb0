using Repro.Cli.Context;
using Repro.Runtime.Training;
using Spectre.Console;

namespace Repro.Cli.Progress;

/// <summary>Shows the progress of a training: a bar on a terminal, a line every ten seconds elsewhere.</summary>
internal static class ProgressView
{
    private static readonly TimeSpan LineInterval = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Runs <paramref name="train"/> and shows its progress. When it is stopped, prints the last epoch and the sentence of
    /// <paramref name="kept"/>, and rethrows.
    /// </summary>
    public static T Show<T>(CliContext context, string experiment, int epochs, Func<string> kept, Func<ITrainingObserver, T> train)
    {
        using var heeding = context.StopRequest.Heed();
        var progress = new TrainingProgress(experiment, epochs, context.Clock);
        progress.Problem += problem => context.Error.WriteLine($"{experiment}: {problem}", new Style(Color.Yellow));
        try
        {
            return context.Out.Profile.Capabilities.Interactive
                ? ShowLive(context.Out, experiment, epochs, progress, train)
                : ShowLines(context, epochs, progress, train);
        }
        catch (OperationCanceledException)
        {
            context.Error.WriteLine($"Stopped: {experiment} after epoch {progress.Epoch} of {epochs}. {kept()}");
            throw;
        }
    }

    /// <summary>The same, with a constant sentence.</summary>
    public static T Show<T>(CliContext context, string experiment, int epochs, string kept, Func<ITrainingObserver, T> train) =>
        Show(context, experiment, epochs, () => kept, train);

    private static T ShowLive<T>(
        IAnsiConsole console, string experiment, int epochs, TrainingProgress progress, Func<ITrainingObserver, T> train) =>
        console.Progress().AutoClear(true).Columns(
            new ProgressBarColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }).Start(live =>
        {
            var bar = live.AddTask(Markup.Escape(experiment), maxValue: epochs);
            progress.Advanced += (now, line) =>
            {
                bar.Value = now.Epoch;
                bar.Description = Markup.Escape(line);
            };
            return train(progress);
        });

    private static T ShowLines<T>(CliContext context, int epochs, TrainingProgress progress, Func<ITrainingObserver, T> train)
    {
        long? shown = null;
        progress.Advanced += (now, line) =>
        {
            if (shown is null || now.Epoch == epochs || context.Clock.GetElapsedTime(shown.Value) >= LineInterval)
            {
                context.Out.WriteLine(line);
                shown = context.Clock.GetTimestamp();
            }
        };
        return train(progress);
    }
}
