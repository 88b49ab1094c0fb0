using Repro.Cli.Context;
using Repro.Cli.Git;
using Repro.Runtime;
using Repro.Runtime.Comparison;
using Repro.Runtime.Files;
using Repro.Runtime.Runs;

namespace Repro.Cli.Diff;

/// <summary>Finds what a command line asks to compare.</summary>
internal sealed class DiffSides(CliContext context) : IDisposable
{
    private readonly List<IDisposable> open = [];
    private readonly DiffBuilder builder = new(context.Experiments);

    public void Dispose() => open.ForEach(item => item.Dispose());

    /// <summary>Compares what the arguments name.</summary>
    /// <exception cref="MisuseException">They name nothing that exists, or too much.</exception>
    /// <exception cref="ReproException">A side cannot be read.</exception>
    public DiffReport Compare(IReadOnlyList<string> operands, string? from, string? to)
    {
        if (from is not null || to is not null)
        {
            return Revisions(
                from ?? throw new MisuseException("--to needs --from: the revision to start from."), to, sinceBranch: false, operands);
        }

        if (operands is [var range] && !Folders.Exists(range) && Range(range) is { } parts)
        {
            return Revisions(parts.From, parts.To, parts.SinceBranch, []);
        }

        return operands switch
        {
            [] => Locks(RunsInArtifacts()),
            [var run] => Locks([Find(run)]),
            [var before, var after] => Pair(Find(before), Find(after)),
            _ => throw new MisuseException("repro diff compares two runs, or one with its snapshot. To compare the snapshots of several "
                + "experiments: --from REVISION NAME…"),
        };
    }

    private DiffReport Pair(ComparisonSide before, ComparisonSide after) => builder.Compare(before.Where, after.Where, [(before, after)]);

    private DiffReport Locks(IReadOnlyList<ComparisonSide> runs) => builder.Compare(
        "the snapshots", runs is [var only] ? only.Where : "the runs in artifacts/", [.. runs.Select(run => (Lock(run), run))]);

    private ComparisonSide Lock(ComparisonSide run)
    {
        var name = run.Snapshot.Header.Experiment;
        return ComparisonSide.Of(context.Snapshots, name)
            ?? throw new ReproException($"{name} has no snapshot to compare its run with. Lock it with: repro accept {name}");
    }

    private ComparisonSide Find(string operand)
    {
        var run = RunFinder.Find(context, operand, otherwise: ", nor two revisions A..B");
        return ComparisonSide.Of(run) ?? throw new ReproException($"'{run.Path}' holds no finished run. Make one with: {run.Command}");
    }

    // Every finished run of a locked experiment as it stands; overridden runs have folders of other names.
    private List<ComparisonSide> RunsInArtifacts()
    {
        List<ComparisonSide> runs = [.. context.Snapshots.Names.Select(
            name => ComparisonSide.Of(RunFolder.At(Path.Combine(Artifacts, name)))).OfType<ComparisonSide>()];
        return runs.Count > 0
            ? runs
            : throw new ReproException($"No locked experiment has a finished run in '{Artifacts}'. Make one with: repro run NAME");
    }

    private DiffReport Revisions(string from, string? to, bool sinceBranch, IReadOnlyList<string> names)
    {
        var repository = new GitRepository(context.Root, "Compare runs instead: repro diff NAME");
        var (before, after) = (repository.Commit(from), to is null ? null : repository.Commit(to));
        before = sinceBranch ? repository.MergeBase(before, after!) : before;
        var start = sinceBranch ? $"{from} where {to} left it" : from;
        var (first, second) = (
            Open(repository, before, start), after is null ? new WorkingTree(context) : (IResultSet)Open(repository, after, to!));
        foreach (var name in names.Where(name => !first.Experiments.Concat(second.Experiments).Contains(name, StringComparer.Ordinal)))
        {
            throw new MisuseException($"There is no locked experiment '{name}' on either "
                + $"side.{Suggestion.Text(name, first.Experiments.Union(second.Experiments))}");
        }

        return builder.Compare(first, second, names);
    }

    private Revision Open(GitRepository repository, string commit, string name)
    {
        var revision = new Revision(repository, commit, name, context.SnapshotPath);
        open.Add(revision);
        return revision;
    }

    private string Artifacts => Path.Combine(context.Root, "artifacts");

    // As git reads it: an absent end is HEAD, three dots start where the second left the first.
    private static (string From, string To, bool SinceBranch)? Range(string text)
    {
        var dots = text.Contains("...", StringComparison.Ordinal) ? "..." : "..";
        return text.Split(dots) is [var from, var to] && !to.StartsWith('/') && !to.StartsWith('\\')
            ? (from.Length == 0 ? "HEAD" : from, to.Length == 0 ? "HEAD" : to, dots == "...")
            : null;
    }
}
