namespace Repro.Cli.Plots;

/// <summary>A curve in one line of text: <c>█▆▄▃▂▁</c>.</summary>
internal static class Sparkline
{
    private const string Blocks = "▁▂▃▄▅▆▇█";

    /// <summary>
    /// The curve: a character for each value. If there are more than <paramref name="width"/>, a character shows the mean of several.
    /// </summary>
    /// <param name="values">The values. One that is not finite is a blank.</param>
    /// <param name="scale">Gives the height of each value.</param>
    /// <param name="width">The most characters.</param>
    public static string Draw(IReadOnlyList<float> values, PlotScale scale, int width)
    {
        var columns = Math.Min(width, values.Count);
        return string.Concat(Enumerable.Range(0, columns).Select(column =>
        {
            var (start, end) = ((int)((long)column * values.Count / columns), (int)((long)(column + 1) * values.Count / columns));
            var heights = Enumerable.Range(start, end - start).Select(i => scale.Height(values[i])).OfType<double>().ToList();
            return heights.Count == 0 ? ' ' : Blocks[(int)Math.Min(heights.Average() * Blocks.Length, Blocks.Length - 1)];
        }));
    }
}
