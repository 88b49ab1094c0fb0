using Repro.Runtime.Comparison;

namespace Repro.Cli.Diff;

/// <summary>What the comparison of one experiment gave.</summary>
/// <param name="Name">The experiment, or both where they have different names.</param>
/// <param name="Verdict">How its results relate.</param>
/// <param name="Summary">The verdict in some words, such as "same within rounding: at most 3 ulp, not growing".</param>
internal sealed record DiffEntry(string Name, Verdict Verdict, string Summary)
{
    /// <summary>What differs; <c>null</c> when the results need not, or cannot, be read for the verdict.</summary>
    public RunDifference? Difference { get; init; }

    /// <summary>What differs first, in a sentence; <c>null</c> when nothing does.</summary>
    public string? First { get; init; }

    /// <summary>The step of the run that differs first, from 1, if it can be known.</summary>
    public int? FirstStep { get; init; }

    /// <summary>Whether there is anything to say beyond the verdict.</summary>
    public bool HasDetails => Difference is { } difference && (Verdict != Verdict.SameBits || difference.Inputs.Count > 0);
}
