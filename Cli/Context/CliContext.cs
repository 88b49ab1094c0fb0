using Repro.Runtime;
using Repro.Runtime.Snapshots;
using Repro.Runtime.Studies;
using Spectre.Console;

namespace Repro.Cli.Context;

/// <summary>Everything outside that commands depend on: experiments, folders, consoles, clock, signals.</summary>
/// <param name="Experiments">The catalog.</param>
/// <param name="FindRoot">The folder of <c>experiments.yaml</c>; fails when there is none.</param>
/// <param name="SnapshotPath">The folder of the locked results, relative to that of <c>experiments.yaml</c>.</param>
/// <param name="Out">Results and progress.</param>
/// <param name="Error">Messages about what went wrong.</param>
/// <param name="Clock">Measures how long things take.</param>
/// <param name="StopRequest">Asks to stop after the current step.</param>
internal sealed record CliContext(
    IReadOnlyList<Experiment> Experiments,
    Lazy<string> FindRoot,
    string SnapshotPath,
    IAnsiConsole Out,
    IAnsiConsole Error,
    TimeProvider Clock,
    StopRequest StopRequest)
{
    /// <summary>The studies of the program; each is a command.</summary>
    public IReadOnlyList<Study> Studies { get; init; } = [];

    /// <summary>Builds and runs the program of another revision; <c>null</c> when the program does not know its own project.</summary>
    public IRevisionProgram? RevisionProgram { get; init; }

    public string Root => FindRoot.Value;

    /// <summary>Is cancelled when the user wants to stop. See <see cref="StopRequest.Heed"/>.</summary>
    public CancellationToken Stop => StopRequest.Token;

    public SnapshotFolder Snapshots => new(Path.Combine(Root, SnapshotPath));

    /// <summary>The experiments of these names, each once.</summary>
    /// <exception cref="MisuseException">A name is not in the catalog.</exception>
    public IReadOnlyList<Experiment> Find(IEnumerable<string> names) => [.. names.Distinct(StringComparer.Ordinal).Select(Find)];

    /// <summary>The experiments of these names, each once; all of them when there are no names.</summary>
    /// <exception cref="MisuseException">A name is not in the catalog.</exception>
    public IReadOnlyList<Experiment> FindOrAll(IReadOnlyList<string> names) => names.Count == 0 ? Experiments : Find(names);

    /// <summary>Prints the engine and what it runs on.</summary>
    public void ShowEngine() => Out.WriteLine($"engine {EngineIdentity.Current}; {EngineIdentity.Machine}");

    private string? OfArchitecture(string name) =>
        Experiments.FirstOrDefault(experiment => experiment.Settings.Architecture == name) is { } user
            ? $" It is an architecture, which '{user.Name}' trains."
            : null;

    private Experiment Find(string name)
    {
        var suggestion = OfArchitecture(name) ?? Suggestion.Text(name, Experiments.Select(experiment => experiment.Name));
        return Experiments.FirstOrDefault(experiment => experiment.Name == name)
            ?? throw new MisuseException($"There is no experiment '{name}'.{suggestion} 'repro list' shows all of them.");
    }
}
