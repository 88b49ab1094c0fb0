using System.Reflection;
using System.Runtime.InteropServices;
using Repro.Cli.Context;
using Repro.Cli.Tracing.Against;
using Repro.Runtime;
using Repro.Runtime.Studies;
using Spectre.Console;

namespace Repro.Cli;

/// <summary>The program's connection to the process: console, signals, folders, clock.</summary>
public static class CliProgram
{
    /// <summary>Runs the command line on the real console and gives the exit code.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="experiments">The catalog.</param>
    /// <param name="studies">What the program has beside it: each is a command.</param>
    public static int Run(string[] args, IReadOnlyList<Experiment> experiments, params IReadOnlyList<Study> studies)
    {
        using var stop = new CancellationTokenSource();
        var stopped = ExitCode.Stopped;
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Stop(signal, stop));
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
        {
            stopped = stop.IsCancellationRequested ? stopped : ExitCode.Terminated;
            Stop(signal, stop);
        });
        var context = new CliContext(
            experiments,
            new Lazy<string>(() => RepositoryRoot.Find(Environment.CurrentDirectory, AppContext.BaseDirectory)),
            Metadata("Repro.Snapshots") ?? "Snapshots",
            Open(Console.Out, Console.IsOutputRedirected),
            Open(Console.Error, Console.IsErrorRedirected),
            TimeProvider.System,
            stop.Token)
        {
            Studies = studies,
            RevisionProgram = Metadata("Repro.Project") is { } project ? new DotnetProgram(project.Replace('\\', '/'), Metadata("Repro.Properties") ?? "") : null,
        };
        var code = CliApp.Run(context, args);
        return code == ExitCode.Stopped ? stopped : code;
    }

    // What Repro.targets writes into the program.
    private static string? Metadata(string key) =>
        Assembly.GetEntryAssembly()?.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(entry => entry.Key == key)?.Value;

    // The first signal lets the step at hand finish and be kept; a second one ends the process at once.
    private static void Stop(PosixSignalContext signal, CancellationTokenSource stop)
    {
        signal.Cancel = !stop.IsCancellationRequested;
        stop.Cancel();
    }

    private static IAnsiConsole Open(TextWriter writer, bool redirected)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = redirected ? AnsiSupport.No : AnsiSupport.Detect,
            Interactive = redirected ? InteractionSupport.No : InteractionSupport.Detect,
        });
        if (redirected)
        {
            // Lines in a pipe or a file are not folded at the width of a terminal that is not there.
            console.Profile.Width = 1000;
        }

        return console;
    }
}
