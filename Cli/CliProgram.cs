using System.Reflection;
using System.Runtime.InteropServices;
using Repro.Cli.Context;
using Repro.Cli.Terminal;
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
    /// <param name="studies">The studies of the program; each is a command.</param>
    public static int Run(string[] args, IReadOnlyList<Experiment> experiments, params IReadOnlyList<Study> studies)
    {
        // This comes first: the next file that is opened could get the number of a closed stream.
        var output = new SteadyWriter(() => Console.Out, StandardStreams.IsOpen(StandardStreams.Output));
        var error = new SteadyWriter(() => Console.Error, StandardStreams.IsOpen(StandardStreams.Error));
        StandardStreams.Occupy();
        using var source = new CancellationTokenSource();
        var stop = new StopRequest(source);
        var stopped = ExitCode.Stopped;
        using var interrupt = Handle(PosixSignal.SIGINT, ExitCode.Stopped);
        using var terminate = Handle(PosixSignal.SIGTERM, ExitCode.Terminated);
        using var hangUp = Handle(PosixSignal.SIGHUP, ExitCode.HungUp);
        var context = new CliContext(
            experiments,
            new Lazy<string>(() => RepositoryRoot.Find(Environment.CurrentDirectory, AppContext.BaseDirectory)),
            Metadata("Repro.Snapshots") ?? "Snapshots",
            Open(output, Console.IsOutputRedirected),
            Open(error, Console.IsErrorRedirected),
            TimeProvider.System,
            stop)
        {
            Studies = studies,
            RevisionProgram = Metadata("Repro.Project") is { } project
                ? new DotnetProgram(project.Replace('\\', '/'), Metadata("Repro.Properties") ?? "")
                : null,
        };
        var code = CliApp.Run(context, args);
        return code == ExitCode.Stopped ? stopped : code;

        // The first signal lets the current step end and saves its state. A second one ends the process, and so does one that nobody heeds.
        PosixSignalRegistration Handle(PosixSignal signal, int exitCode) => PosixSignalRegistration.Create(signal, received =>
        {
            received.Cancel = stop.IsHeeded && !source.IsCancellationRequested;
            stopped = source.IsCancellationRequested ? stopped : exitCode;
            source.Cancel();
        });
    }

    // Repro.targets writes these into the program.
    private static string? Metadata(string key) =>
        Assembly.GetEntryAssembly()?.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(entry => entry.Key == key)?.Value;

    private static IAnsiConsole Open(SteadyWriter writer, bool redirected)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new TerminalOutput(writer, !redirected),
            Ansi = redirected ? AnsiSupport.No : AnsiSupport.Detect,
            Interactive = redirected ? InteractionSupport.No : InteractionSupport.Detect,
        });
        if (redirected)
        {
            // Lines in a pipe or a file are not wrapped.
            console.Profile.Width = 1000;
        }

        return console;
    }
}
