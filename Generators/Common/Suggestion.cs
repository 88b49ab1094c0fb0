namespace Repro.Generators.Common;

/// <summary>Follows a message about an unknown name: the known name that it resembles, otherwise the known names.</summary>
internal static class Suggestion
{
    private const int LongestName = 64;

    /// <summary>With more edits than these it is another word.</summary>
    private const int MostSlips = 3;

    private const int MostListed = 40;

    public static string For(string name, IReadOnlyCollection<string> known)
    {
        if (known.Count == 0)
        {
            return "There are none";
        }

        return Nearest(name, known) is { } nearest ? $"Did you mean '{nearest}'?" : $"Known: {Listed(known)}";
    }

    /// <summary>The known name with the fewest edits, the first of several; <c>null</c> when none is close.</summary>
    public static string? Nearest(string name, IEnumerable<string> known)
    {
        if (name.Length > LongestName)
        {
            return null;
        }

        string? nearest = null;
        var fewest = MostSlips + 1;
        foreach (var candidate in known)
        {
            var most = Math.Min(fewest - 1, Math.Max(1, candidate.Length / 3));
            if (Slips.Count(name, candidate, most) is { } slips)
            {
                (nearest, fewest) = (candidate, slips);
            }
        }

        return nearest;
    }

    private static string Listed(IReadOnlyCollection<string> known) =>
        known.Count <= MostListed
            ? string.Join(", ", known)
            : Invariant($"{string.Join(", ", known.Take(MostListed))} and {known.Count - MostListed} more");
}
