namespace Repro.Cli.Plots;

/// <summary>Heights of values in a plot: logarithmic when all of them are positive, otherwise linear.</summary>
internal sealed class PlotScale
{
    private readonly double low;
    private readonly double high;

    private PlotScale(float least, float most, bool logarithmic)
    {
        (Least, Most, Logarithmic) = (least, most, logarithmic);
        (low, high) = (Position(least), Position(most));
    }

    /// <summary>The least finite value.</summary>
    public float Least { get; }

    /// <summary>The largest finite value.</summary>
    public float Most { get; }

    public bool Logarithmic { get; }

    /// <summary>The scale that fits all finite values.</summary>
    public static PlotScale Of(IEnumerable<float> values)
    {
        var finite = values.Where(float.IsFinite).DefaultIfEmpty().ToList();
        return new PlotScale(finite.Min(), finite.Max(), finite.Min() > 0);
    }

    /// <summary>From 0 for the least value to 1 for the largest; ½ when all are the same; <c>null</c> for what is not finite.</summary>
    public double? Height(float value) => !float.IsFinite(value) ? null : high > low ? (Position(value) - low) / (high - low) : 0.5;

    private double Position(float value) => Logarithmic ? Math.Log10(value) : value;
}
