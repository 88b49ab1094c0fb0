using Repro.Cli.Context;
using Repro.Runtime.Training;
using Spectre.Console;

namespace Repro.Cli.Progress;

/// <summary>Shows a training: a live bar on a terminal, a line now and then in a pipe or a file.</summary>
internal static class ProgressView
{
    private static readonly TimeSpan LineInterval = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Runs <paramref name="train"/> and shows how it gets on. When it is stopped, says how far it came and what <paramref name="kept"/> then tells of what
    /// is left, and rethrows.
    /// </summary>
    public static T Show<T>(CliContext context, string experiment, int epochs, Func<string> kept, Func<ITrainingObserver, T> train)
    {
        var progress = new TrainingProgress(experiment, epochs, context.Clock);
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

    /// <summary>The same, where there is only one thing to tell.</summary>
    public static T Show<T>(CliContext context, string experiment, int epochs, string kept, Func<ITrainingObserver, T> train) =>
        Show(context, experiment, epochs, () => kept, train);

    private static T ShowLive<T>(IAnsiConsole console, string experiment, int epochs, TrainingProgress progress, Func<ITrainingObserver, T> train) =>
        console.Progress().AutoClear(true).Columns(new ProgressBarColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }).Start(live =>
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
