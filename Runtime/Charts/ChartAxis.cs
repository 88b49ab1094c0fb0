using System.Globalization;

namespace Repro.Runtime.Charts;

/// <summary>An axis of a chart: the position of a value, and the values that are marked.</summary>
public sealed class ChartAxis
{
    private readonly bool logarithmic;
    private readonly double start;
    private readonly double end;

    private ChartAxis(bool logarithmic, double start, double end, IReadOnlyList<double> ticks)
    {
        this.logarithmic = logarithmic;
        this.start = Position(start);
        this.end = Position(end);
        Ticks = ticks;
    }

    /// <summary>The marked values, ascending.</summary>
    public IReadOnlyList<double> Ticks { get; }

    /// <summary>
    /// The axis for these values. A linear axis begins and ends at a mark. Values that cannot be drawn are left out. If none is left, the
    /// axis goes from 0 to 1, or from 1 to 10 when it is logarithmic.
    /// </summary>
    /// <param name="values">The values to draw.</param>
    /// <param name="scale">How the axis is divided.</param>
    /// <param name="marks">About how many marks it has.</param>
    /// <param name="tight">Whether a linear axis begins and ends with the values rather than at marks.</param>
    public static ChartAxis Of(IEnumerable<double> values, ChartScale scale, int marks, bool tight = false)
    {
        var logarithmic = scale == ChartScale.Logarithmic;
        var (least, most) = Range(values.Where(value => CanShow(value, scale)), logarithmic);
        if (logarithmic)
        {
            return new ChartAxis(true, least, most, LogarithmicTicks(least, most, marks));
        }

        var step = Step(least, most, marks);
        // Whole multiples: a sum of steps would be a little off.
        var (first, last) = (Math.Floor(least / step), Math.Ceiling(most / step));
        var ticks = Multiples(first, last, step);
        return tight
            ? new ChartAxis(false, least, most, [.. ticks.Where(tick => tick >= least && tick <= most)])
            : new ChartAxis(false, ticks[0], ticks[^1], ticks);
    }

    /// <summary>Whether a value has a place on an axis of this kind.</summary>
    public static bool CanShow(double value, ChartScale scale) => double.IsFinite(value) && (scale == ChartScale.Linear || value > 0);

    /// <summary>The position of a value: 0 at the start of the axis, 1 at its end.</summary>
    public double At(double value) => (Position(value) - start) / (end - start);

    /// <summary>The text of a marked value: <c>0.001</c>, <c>20000</c>, <c>1e6</c>.</summary>
    public static string Label(double value) => value != 0 && Math.Abs(value) is < 1e-4 or >= 1e6
        ? value.ToString("0.###########e0", CultureInfo.InvariantCulture)
        : value.ToString("0.###############", CultureInfo.InvariantCulture);

    private double Position(double value) => logarithmic ? Math.Log10(value) : value;

    private static (double Least, double Most) Range(IEnumerable<double> values, bool logarithmic)
    {
        var (least, most) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in values)
        {
            (least, most) = (Math.Min(least, value), Math.Max(most, value));
        }

        // Marks have twelve digits. Values that agree in the first ten count as one.
        return most - least > 1e-10 * Math.Max(Math.Abs(least), Math.Abs(most)) ? (least, most)
            : double.IsInfinity(least) ? (logarithmic ? 1 : 0, logarithmic ? 10 : 1)
            : logarithmic ? (least / 2, least * 2)
            : least == 0 ? (-1, 1)
            : (least - (Math.Abs(least) / 2), least + (Math.Abs(least) / 2));
    }

    /// <summary>1, 2 or 5 times a power of ten.</summary>
    private static double Step(double least, double most, int marks)
    {
        var rough = (most / marks) - (least / marks);
        var power = Power((int)Math.Floor(Math.Log10(rough)));
        return power * (rough / power) switch
        {
            <= 1 => 1,
            <= 2 => 2,
            <= 5 => 5,
            _ => 10,
        };
    }

    private static double[] Multiples(double first, double last, double step) =>
        [.. Enumerable.Range(0, (int)(last - first) + 1).Select(i => (first + i) * step).Select(Rounded)];

    // 3 · 0.1 is 0.30000000000000004.
    private static double Rounded(double value) =>
        double.Parse(value.ToString("G12", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static double[] LogarithmicTicks(double least, double most, int marks)
    {
        var (first, last) = ((int)Math.Floor(Math.Log10(least)), (int)Math.Ceiling(Math.Log10(most)));
        if (last - first > marks)
        {
            var every = ((last - first) / marks) + 1;
            return [.. Enumerable.Range(first, last - first + 1).Where(power => power % every == 0).Select(Power).Where(Inside)];
        }

        // Powers of ten alone; with few of them, 2 and 5 times each too; with hardly any, the marks of a linear axis.
        double[][] choices = [[1], [1, 2, 5]];
        foreach (var choice in choices)
        {
            double[] ticks = [.. Enumerable.Range(first, last - first + 1).SelectMany(
                power => choice.Select(digit => Rounded(digit * Power(power)))).Where(Inside)];
            if (ticks.Length >= 3)
            {
                return ticks;
            }
        }

        var step = Step(least, most, marks);
        return [.. Multiples(Math.Floor(least / step), Math.Ceiling(most / step), step).Where(Inside)];

        bool Inside(double tick) => tick >= least && tick <= most;
    }

    private static double Power(int exponent) =>
        double.Parse(string.Create(CultureInfo.InvariantCulture, $"1e{exponent}"), CultureInfo.InvariantCulture);
}
