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
        if (values.Min() is var least && least == values.Max())
        {
            return Number(least);
        }

        var decimals = Decimals(Statistics.Mean(values));
        return $"{Number(Statistics.Mean(values), decimals)} ± {Number(Statistics.StandardDeviation(values), decimals)}";
    }

    /// <summary>A number with about three digits, a whole one without decimals.</summary>
    public static string Number(double value) => Number(value, value == Math.Floor(value) ? 0 : Decimals(value));

    private static int Decimals(double size) => Math.Abs(size) switch
    {
        >= 100 => 0,
        >= 10 => 1,
        >= 1 => 2,
        _ => 3,
    };

    private static string Number(double value, int decimals) =>
        value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
