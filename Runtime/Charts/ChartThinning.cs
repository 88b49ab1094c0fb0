namespace Repro.Runtime.Charts;

/// <summary>Leaves out points of a long line, so that the drawing looks the same.</summary>
public static class ChartThinning
{
    /// <summary>
    /// At most <paramref name="most"/> indices of <paramref name="values"/>, ascending. Of too many values it keeps the first, the last,
    /// and the lowest and the highest of each of equally long stretches.
    /// </summary>
    public static IReadOnlyList<int> Indices(IReadOnlyList<double> values, int most)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 4);
        if (values.Count <= most)
        {
            return [.. Enumerable.Range(0, values.Count)];
        }

        var kept = new SortedSet<int> { 0, values.Count - 1 };
        long stretches = (most - 2) / 2;
        for (var stretch = 0L; stretch < stretches; stretch++)
        {
            var (start, end) = ((int)(stretch * values.Count / stretches), (int)((stretch + 1) * values.Count / stretches));
            var (lowest, highest) = (start, start);
            for (var i = start; i < end; i++)
            {
                lowest = values[i] < values[lowest] ? i : lowest;
                highest = values[i] > values[highest] ? i : highest;
            }

            kept.Add(lowest);
            kept.Add(highest);
        }

        return [.. kept];
    }
}
