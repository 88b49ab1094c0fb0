using Repro.Cli.Context;
using Repro.Cli.Program;
using Repro.Runtime;
using Repro.Runtime.Studies;
using Repro.Runtime.Tests.Fixtures;
using Spectre.Console;

namespace Repro.Cli.Tests;

/// <summary>A repository in a temporary folder, with tiny experiments, in which to run command lines.</summary>
internal sealed class CliFixture : IDisposable
{
    private readonly TemporaryFolder root = new();

    public CliFixture()
    {
        File.WriteAllText(root.Join("experiments.yaml"), "");
        Tiny.WriteImages(Root);
    }

    public string Root => root.Path;

    /// <summary>The catalog: tiny-a, tiny-b.</summary>
    public List<Experiment> Experiments { get; } = [.. Catalog.Pair];

    /// <summary>What the program has beside it: nothing, unless a test adds some.</summary>
    public List<Study> Studies { get; } = [];

    /// <summary>The program of another revision: not known, unless a test has one.</summary>
    public IRevisionProgram? RevisionProgram { get; set; }

    public CancellationTokenSource Stop { get; private set; } = new();

    public void Dispose()
    {
        Stop.Dispose();
        root.Dispose();
    }

    /// <summary>Lets runs start again, and restores an experiment, optionally with other settings.</summary>
    public void Resume(int experiment, Func<ExperimentSettings, ExperimentSettings>? change = null)
    {
        Stop.Dispose();
        Stop = new CancellationTokenSource();
        var settings = Experiments[experiment].Settings;
        Experiments[experiment] = Tiny.Create(change?.Invoke(settings) ?? settings);
    }

    public string Join(params string[] names) => root.Join(names);

    /// <summary>Runs a command line as in a pipe.</summary>
    public CliResult Run(params string[] args) => Run(Root, terminal: false, args);

    /// <summary>Runs a command line in a pipe, with a folder below <see cref="Root"/> as that of <c>experiments.yaml</c>.</summary>
    public CliResult RunIn(string folder, params string[] args) => Run(Join(folder), terminal: false, args);

    /// <summary>Runs a command line as on a terminal.</summary>
    public CliResult RunOnTerminal(params string[] args) => Run(Root, terminal: true, args);

    private CliResult Run(string folder, bool terminal, string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var context = new CliContext(
            Experiments, new Lazy<string>(folder), "Snapshots", Open(output, terminal), Open(error, terminal), new FixedClock(),
            new StopRequest(Stop))
        {
            Studies = Studies,
            RevisionProgram = RevisionProgram,
        };
        var code = CliApp.Run(context, args);
        return new CliResult(code, output.ToString(), error.ToString());
    }

    private static IAnsiConsole Open(TextWriter writer, bool terminal)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = terminal ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = terminal ? ColorSystemSupport.NoColors : ColorSystemSupport.TrueColor,
            Interactive = terminal ? InteractionSupport.Yes : InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = 1000;
        return console;
    }
}
