namespace Repro.Generators.Common;

/// <summary>What to say after a name that is not known: the known name it resembles, or else all of them.</summary>
internal static class Suggestion
{
    private const int LongestName = 64;

    public static string For(string name, IReadOnlyCollection<string> known)
    {
        if (known.Count == 0)
        {
            return "There are none";
        }

        return Nearest(name, known) is { } nearest ? $"Did you mean '{nearest}'?" : $"Known: {string.Join(", ", known)}";
    }

    /// <summary>The known name that was probably meant, if there is one.</summary>
    public static string? Nearest(string name, IEnumerable<string> known)
    {
        var (best, distance) = known
            .Select(candidate => (Name: candidate, Distance: Distance(name, candidate)))
            .OrderBy(candidate => candidate.Distance)
            .FirstOrDefault();
        return best is not null && distance <= Math.Max(1, best.Length / 3) ? best : null;
    }

    /// <summary>The number of letters to insert, delete, replace or swap with their neighbour.</summary>
    private static int Distance(string left, string right)
    {
        if (left.Length > LongestName)
        {
            return int.MaxValue;
        }

        var distance = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            for (var j = 0; j <= right.Length; j++)
            {
                distance[i, j] = i == 0 || j == 0 ? i + j : Step(i, j);
            }
        }

        return distance[left.Length, right.Length];

        int Step(int i, int j)
        {
            var cost = char.ToLowerInvariant(left[i - 1]) == char.ToLowerInvariant(right[j - 1]) ? 0 : 1;
            var best = Math.Min(Math.Min(distance[i - 1, j], distance[i, j - 1]) + 1, distance[i - 1, j - 1] + cost);
            return i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1]
                ? Math.Min(best, distance[i - 2, j - 2] + 1)
                : best;
        }
    }
}
