using Repro.Runtime;
using Repro.Runtime.Comparison;

namespace Repro.Cli.Diff;

/// <summary>Compares two sides, experiment by experiment.</summary>
internal sealed class DiffBuilder(IReadOnlyList<Experiment> catalog)
{
    /// <summary>Compares pairs of runs.</summary>
    public DiffReport Compare(string before, string after, IEnumerable<(ComparisonSide Before, ComparisonSide After)> pairs) =>
        new(before, after, [.. pairs.Select(pair => Compare(Name(pair.Before, pair.After), pair.Before, pair.After))]);

    /// <summary>
    /// Compares the locked results of two moments: of the experiments <paramref name="names"/>, or of all that either has.
    /// </summary>
    public DiffReport Compare(IResultSet before, IResultSet after, IReadOnlyList<string> names)
    {
        var experiments = names.Count > 0
            ? names
            : [.. before.Experiments.Union(after.Experiments, StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return new(before.Name, after.Name, [.. experiments.Select(name => Compare(name, before, after))])
        {
            Specification = [.. Changes(before.Specification, after.Specification)],
            HostedBefore = before.HostedPath,
            HostedAfter = after.HostedPath,
        };
    }

    private DiffEntry Compare(string name, IResultSet before, IResultSet after)
    {
        if (before.Identity(name) is { } was && was == after.Identity(name))
        {
            return new(name, Verdict.SameBits, DiffWords.Of(Verdict.SameBits));
        }

        try
        {
            return (before.Find(name), after.Find(name)) switch
            {
                (null, null) => new(name, Verdict.Different, "not locked on either side"),
                (null, _) => new(name, Verdict.Different, "new: it was not locked before"),
                (_, null) => new(name, Verdict.Different, "removed: it is no longer locked"),
                ({ } old, { } now) => Compare(name, old, now),
            };
        }
        catch (ReproException e)
        {
            // One damaged snapshot hides none of the others.
            return new(name, Verdict.Different, $"unreadable: {e.Message}");
        }
    }

    private DiffEntry Compare(string name, ComparisonSide before, ComparisonSide after)
    {
        var difference = RunDifference.Between(before, after);
        return new(name, difference.Verdict, DiffWords.Summary(difference))
        {
            Difference = difference,
            First = difference.First,
            FirstStep = FirstStep(difference),
        };
    }

    // Where one batch holds every image, the epoch is the step.
    private int? FirstStep(RunDifference difference)
    {
        var (before, after) = (difference.Before.Snapshot.Header, difference.After.Snapshot.Header);
        var inOneBatch = before.Spec == after.Spec && catalog.Select(experiment => experiment.Settings).Any(
            settings => settings.SpecHash == before.Spec && settings.Data.Take <= settings.BatchSize);
        return inOneBatch && difference.Epochs is [var first, ..] ? first.Epoch : null;
    }

    private static string Name(ComparisonSide before, ComparisonSide after)
    {
        var (was, now) = (before.Snapshot.Header.Experiment, after.Snapshot.Header.Experiment);
        return was == now ? was : $"{was} → {now}";
    }

    private static IEnumerable<FileChange> Changes(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after) =>
        from file in before.Keys.Union(after.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
        let was = before.GetValueOrDefault(file, "")
        let now = after.GetValueOrDefault(file, "")
        where was != now
        select new FileChange(file, ChangedLines.Between(was, now));
}
