namespace Repro.Experiments.Paper;

/// <summary>Something that the paper shows, and a comparison of numbers that bears it out or does not.</summary>
/// <param name="Shows">What the paper shows, or what is asked about it.</param>
/// <param name="Test">The comparison, in words.</param>
/// <param name="Holds">Whether it holds, for each seed.</param>
internal sealed record Claim(string Shows, string Test, IReadOnlyList<bool> Holds)
{
    /// <summary>In how many seeds it holds.</summary>
    public string Verdict
    {
        get
        {
            var count = Holds.Count(holds => holds);
            return count == Holds.Count ? $"**yes**, in {Every}" : count == 0 ? $"**no**, in "
                + $"{(Holds.Count == 1 ? "the one seed" : "none of " + Holds.Count + " seeds")}" : $"**not always**: in {count} of "
                    + $"{Holds.Count} seeds";
        }
    }

    private string Every => Holds.Count == 1 ? "the one seed" : $"all {Holds.Count} seeds";

    /// <summary>Whether the first number is less than the second, seed by seed.</summary>
    public static IReadOnlyList<bool> Less(IReadOnlyList<double> first, IReadOnlyList<double> second) =>
        [.. first.Zip(second, (a, b) => a < b)];

    /// <summary>Whether all of several comparisons hold, seed by seed.</summary>
    public static IReadOnlyList<bool> All(params IReadOnlyList<bool>[] comparisons) =>
        [.. comparisons[0].Select((_, seed) => comparisons.All(comparison => comparison[seed]))];
}
