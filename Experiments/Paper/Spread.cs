using System.Globalization;
using Repro.Runtime.Metrics;

namespace Repro.Experiments.Paper;

/// <summary>Numbers of several seeds in words.</summary>
internal static class Spread
{
    /// <summary>Mean ± standard deviation, such as <c>12.8 ± 0.3</c>; of equal values the value alone.</summary>
    public static string Text(IReadOnlyCollection<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var (mean, deviation) = (Statistics.Mean(values), Statistics.StandardDeviation(values));
        return deviation == 0 ? Number(mean, mean) : $"{Number(mean, mean)} ± {Number(deviation, mean)}";
    }

    /// <summary>A number with about three digits.</summary>
    public static string Number(double value) => Number(value, value);

    // As many decimals as the size of another number asks for; whole numbers that are alike for all seeds have none.
    private static string Number(double value, double size)
    {
        var decimals = value == Math.Floor(value) && value == size ? 0 : Math.Abs(size) switch
        {
            >= 100 => 0,
            >= 10 => 1,
            >= 1 => 2,
            _ => 3,
        };
        return value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }
}
