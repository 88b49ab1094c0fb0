namespace Repro.Generators.Common;

/// <summary>Counts the edits from one word to another: letters to insert, delete, replace or swap with their neighbour.</summary>
internal static class Slips
{
    /// <summary>
    /// The number of edits, ignoring case; <c>null</c> when it exceeds the maximum. Only cells near the table's diagonal can stay below the
    /// maximum. So the work grows with the length of the words, not with its square.
    /// </summary>
    public static int? Count(string left, string right, int most)
    {
        if (Math.Abs(left.Length - right.Length) > most)
        {
            return null;
        }

        // Three rows of the table, each shifted: cell k of row i is column i - most + k.
        var width = (2 * most) + 1;
        var (older, last, row) = (new int[width], new int[width], new int[width]);
        for (var i = 0; i <= left.Length; i++)
        {
            var smallest = int.MaxValue;
            for (var k = 0; k < width; k++)
            {
                row[k] = Cell(i, i - most + k, k);
                smallest = Math.Min(smallest, row[k]);
            }

            if (smallest > most)
            {
                return null;
            }

            (older, last, row) = (last, row, older);
        }

        var slips = last[right.Length - left.Length + most];
        return slips > most ? null : slips;

        int Cell(int i, int j, int k)
        {
            if (j < 0 || j > right.Length)
            {
                return most + 1;
            }

            if (i == 0 || j == 0)
            {
                return i + j;
            }

            var slips = last[k] + (Same(left[i - 1], right[j - 1]) ? 0 : 1);
            slips = k + 1 < width ? Math.Min(slips, last[k + 1] + 1) : slips;
            slips = k > 0 ? Math.Min(slips, row[k - 1] + 1) : slips;
            return i > 1 && j > 1 && Same(left[i - 1], right[j - 2]) && Same(left[i - 2], right[j - 1])
                ? Math.Min(slips, older[k] + 1)
                : slips;
        }
    }

    private static bool Same(char left, char right) => left == right || char.ToLowerInvariant(left) == char.ToLowerInvariant(right);
}
