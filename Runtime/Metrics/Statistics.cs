namespace Repro.Runtime.Metrics;

/// <summary>Mean and spread of numbers, in binary64, summed in their order.</summary>
public static class Statistics
{
    /// <summary>The mean; NaN when there are no values.</summary>
    public static double Mean(IEnumerable<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var (sum, count) = (0.0, 0);
        foreach (var value in values)
        {
            sum += value;
            count++;
        }

        return sum / count;
    }

    /// <summary>The standard deviation of a sample, which divides by the number of values minus one; 0 for a single value.</summary>
    public static double StandardDeviation(IReadOnlyCollection<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count < 2)
        {
            return 0;
        }

        var (mean, squares) = (Mean(values), 0.0);
        foreach (var value in values)
        {
            squares += (value - mean) * (value - mean);
        }

        return Math.Sqrt(squares / (values.Count - 1));
    }
}
