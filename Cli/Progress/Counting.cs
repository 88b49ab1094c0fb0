using System.Globalization;
using Repro.Cli.Context;
using Spectre.Console;

namespace Repro.Cli.Progress;

/// <summary>Shows the progress of work on many things: a bar on a terminal, a line every ten seconds elsewhere.</summary>
internal static class Counting
{
    private static readonly TimeSpan LineInterval = TimeSpan.FromSeconds(10);

    /// <summary>Runs <paramref name="work"/>, which reports how many things are done.</summary>
    public static T Show<T>(CliContext context, string what, int count, Func<Action<int>, T> work) =>
        context.Out.Profile.Capabilities.Interactive
        ? context.Out.Progress().AutoClear(true).Columns(
            new ProgressBarColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }).Start(live =>
        {
            var bar = live.AddTask(Markup.Escape(what), maxValue: count);
            return work(done => bar.Value = done);
        })
        : work(Lines(context, what, count));

    private static Action<int> Lines(CliContext context, string what, int count)
    {
        var shown = context.Clock.GetTimestamp();
        return done =>
        {
            if (done < count && context.Clock.GetElapsedTime(shown) >= LineInterval)
            {
                context.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {done} of {count}"));
                shown = context.Clock.GetTimestamp();
            }
        };
    }
}
