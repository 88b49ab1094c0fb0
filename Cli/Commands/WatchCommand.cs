using System.CommandLine;
using Repro.Cli.Context;
using Repro.Cli.Watch;
using Repro.Runtime.Runs;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Repro.Cli.Commands;

/// <summary><c>repro watch</c>: shows the losses and the last pictures of a run while it trains.</summary>
internal static class WatchCommand
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    public static Command Create(CliContext context)
    {
        var name = new Argument<string>("run") { Description = "The name of a run in artifacts/, or its folder." };
        var once = new Option<bool>("--once") { Description = "Show the current state once." };
        var command = new AnswerCommand(
            "watch", "Show the losses and the last samples of a run until it is finished. Only reads its files.") { name, once };
        command.SetAction(parsed =>
        {
            var folder = RunFinder.Find(context, parsed.GetRequiredValue(name));
            using var heeding = context.StopRequest.Heed();
            return parsed.GetValue(once) ? ShowOnce(context, folder)
                : context.Out.Profile.Capabilities.Interactive ? ShowLive(context, folder)
                : ShowLines(context, folder);
        });
        return command;
    }

    private static int ShowOnce(CliContext context, RunFolder folder)
    {
        var run = RunProgress.Read(folder, context.Experiments);
        var terminal = context.Out.Profile.Capabilities.Interactive;
        // A pipe has no width.
        context.Out.Write(Screen(context, run, terminal ? context.Out.Profile.Width : 80, int.MaxValue));
        return ExitCode.Done;
    }

    private static int ShowLive(CliContext context, RunFolder folder)
    {
        var run = RunProgress.Read(folder, context.Experiments);
        context.Out.Live(Screen(context, run)).Overflow(VerticalOverflow.Crop).Start(live =>
        {
            while (!run.IsFinished)
            {
                Wait(context);
                run = RunProgress.Read(folder, context.Experiments);
                live.UpdateTarget(Screen(context, run));
            }
        });
        return ExitCode.Done;
    }

    // One line for each change.
    private static int ShowLines(CliContext context, RunFolder folder)
    {
        for (var shown = ""; ;)
        {
            var run = RunProgress.Read(folder, context.Experiments);
            var values = run.Epochs.Count == 0 ? "" : WatchScreen.Values(run);
            var state = $"{run.State} {values}";
            if (state != shown)
            {
                context.Out.WriteLine($"{WatchScreen.Title(run, context.Clock.GetUtcNow())}  {values}".TrimEnd());
                shown = state;
            }

            if (run.IsFinished)
            {
                return ExitCode.Done;
            }

            Wait(context);
        }
    }

    private static void Wait(CliContext context)
    {
        context.Stop.WaitHandle.WaitOne(Interval);
        context.Stop.ThrowIfCancellationRequested();
    }

    private static IRenderable Screen(CliContext context, RunProgress run) =>
        Screen(context, run, context.Out.Profile.Width, context.Out.Profile.Height - 1);

    private static IRenderable Screen(CliContext context, RunProgress run, int width, int height) =>
        WatchScreen.Draw(
            run, context.Clock.GetUtcNow(), width, height,
            context.Out.Profile.Capabilities is { Ansi: true, ColorSystem: not ColorSystem.NoColors });
}
