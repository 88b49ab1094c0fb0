namespace Repro.Cli.Plots;

/// <summary>A curve of braille characters. Each character has two columns and four rows of dots.</summary>
internal static class BraillePlot
{
    private const int DotColumns = 2;
    private const int DotRows = 4;
    private const char Blank = '\u2800';

    // The bit of each dot of a character, by row and column.
    private static readonly int[,] Dots = { { 0x01, 0x08 }, { 0x02, 0x10 }, { 0x04, 0x20 }, { 0x40, 0x80 } };

    /// <summary>Lines from top to bottom, each <paramref name="width"/> characters.</summary>
    /// <param name="values">
    /// The values, from left to right over the whole width. If there are more values than dots, a dot column spans all values in it.
    /// </param>
    /// <param name="scale">Gives the height of each value.</param>
    /// <param name="width">Characters in a line.</param>
    /// <param name="height">Lines.</param>
    public static IReadOnlyList<string> Draw(IReadOnlyList<float> values, PlotScale scale, int width, int height)
    {
        var cells = new int[height, width];
        int? previous = null;
        for (var x = 0; x < width * DotColumns; x++)
        {
            var shares = Heights(values, scale, x, width * DotColumns);
            if (shares.Count == 0)
            {
                previous = null;
                continue;
            }

            // Each column spans from its least value to its largest, and to the value before. So no peak is lost, and a steep part has no
            // gap.
            List<int> rows = [.. shares.Select(share => (int)Math.Round((1 - share) * ((height * DotRows) - 1)))];
            for (var dot = Math.Min(rows.Min(), previous ?? rows[0]); dot <= Math.Max(rows.Max(), previous ?? rows[0]); dot++)
            {
                cells[dot / DotRows, x / DotColumns] |= Dots[dot % DotRows, x % DotColumns];
            }

            previous = rows[^1];
        }

        return [.. Enumerable.Range(0, height).Select(
            row => string.Concat(Enumerable.Range(0, width).Select(column => (char)(Blank + cells[row, column]))))];
    }

    private static List<double> Heights(IReadOnlyList<float> values, PlotScale scale, int x, int columns)
    {
        if (values.Count == 0)
        {
            return [];
        }

        var start = (int)((long)x * values.Count / columns);
        var end = Math.Max(start + 1, (int)((long)(x + 1) * values.Count / columns));
        return [.. Enumerable.Range(start, end - start).Select(i => scale.Height(values[i])).OfType<double>()];
    }
}
