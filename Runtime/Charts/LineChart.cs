namespace Repro.Runtime.Charts;

/// <summary>Lines over one horizontal axis, to be drawn.</summary>
/// <param name="Title">The title above the lines.</param>
/// <param name="XLabel">What the horizontal axis measures.</param>
/// <param name="YLabel">What the vertical axis measures.</param>
/// <param name="Series">The lines.</param>
/// <param name="YScale">How the vertical axis is divided.</param>
public sealed record LineChart(
    string Title, string XLabel, string YLabel, IReadOnlyList<ChartSeries> Series, ChartScale YScale = ChartScale.Linear);

/// <summary>A line of a chart.</summary>
/// <param name="Name">Its name in the legend.</param>
/// <param name="Points">Its points, x ascending. A value that is not finite, or not positive on a logarithmic axis, leaves a gap.</param>
public sealed record ChartSeries(string Name, IReadOnlyList<ChartPoint> Points);

/// <summary>A point of a line.</summary>
public readonly record struct ChartPoint(double X, double Y);

/// <summary>How an axis is divided.</summary>
public enum ChartScale
{
    /// <summary>Equal distances for equal differences.</summary>
    Linear,

    /// <summary>Equal distances for equal ratios.</summary>
    Logarithmic,
}
