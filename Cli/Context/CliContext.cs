using Repro.Runtime;
using Repro.Runtime.Snapshots;
using Repro.Runtime.Studies;
using Spectre.Console;

namespace Repro.Cli.Context;

/// <summary>Everything that the commands know of the world outside.</summary>
/// <param name="Experiments">The catalog.</param>
/// <param name="FindRoot">The folder of <c>experiments.yaml</c>; fails when there is none.</param>
/// <param name="SnapshotPath">The folder of the locked results, relative to that of <c>experiments.yaml</c>.</param>
/// <param name="Out">Results and progress.</param>
/// <param name="Error">Messages about what went wrong.</param>
/// <param name="Clock">Measures how long things take.</param>
/// <param name="Stop">Asks to stop after the current step.</param>
internal sealed record CliContext(
    IReadOnlyList<Experiment> Experiments,
    Lazy<string> FindRoot,
    string SnapshotPath,
    IAnsiConsole Out,
    IAnsiConsole Error,
    TimeProvider Clock,
    CancellationToken Stop)
{
    /// <summary>What the program has beside experiments: each is a command.</summary>
    public IReadOnlyList<Study> Studies { get; init; } = [];

    /// <summary>The program as another revision has it; <c>null</c> when it is not known how to build it.</summary>
    public IRevisionProgram? RevisionProgram { get; init; }

    public string Root => FindRoot.Value;

    public SnapshotFolder Snapshots => new(Path.Combine(Root, SnapshotPath));

    /// <summary>The experiments of these names, each once.</summary>
    /// <exception cref="MisuseException">A name is not in the catalog.</exception>
    public IReadOnlyList<Experiment> Find(IEnumerable<string> names) => [.. names.Distinct(StringComparer.Ordinal).Select(Find)];

    /// <summary>The experiments of these names, each once; all of them when there are no names.</summary>
    /// <exception cref="MisuseException">A name is not in the catalog.</exception>
    public IReadOnlyList<Experiment> FindOrAll(IReadOnlyList<string> names) => names.Count == 0 ? Experiments : Find(names);

    /// <summary>Says which engine is about to train, and with what.</summary>
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
