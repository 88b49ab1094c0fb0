namespace Repro.Generators.Common;

/// <summary>Parts of English sentences.</summary>
internal static class Words
{
    private static readonly string[] Numbers =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    /// <summary>A count and what is counted: "a convolution", "three convolutions", "70 images".</summary>
    public static string Count(long count, string noun) => count switch
    {
        1 => $"a {noun}",
        < 13 => $"{Numbers[count]} {noun}s",
        _ => Invariant($"{count} {noun}s"),
    };

    /// <summary>"a", "a and b", "a, b and c".</summary>
    public static string Join(IReadOnlyList<string> items) =>
        items.Count < 2
            ? string.Concat(items)
            : $"{string.Join(", ", items.Take(items.Count - 1))} and {items[items.Count - 1]}";
}
