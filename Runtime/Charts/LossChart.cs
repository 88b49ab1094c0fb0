using Repro.Runtime.Training;

namespace Repro.Runtime.Charts;

/// <summary>The losses of one run or two as a chart. The axis is logarithmic when every finite value is positive.</summary>
public static class LossChart
{
    /// <summary>A line over the epochs for the loss, for each term, and for each of the validation losses.</summary>
    public static LineChart Of(string title, IReadOnlyList<EpochResult> epochs)
    {
        ArgumentNullException.ThrowIfNull(epochs);
        var names = epochs.Count == 0 ? [] : epochs[0].Values.Select(value => value.Name).ToArray();
        return Of(title, "loss", [.. names.Select((name, i) => new ChartSeries(
            name, [.. epochs.Select(epoch => new ChartPoint(epoch.Epoch, epoch.Values.ElementAt(i).Value))]))]);
    }

    /// <summary>One number of two runs, <c>before</c> and <c>after</c>, over the epochs.</summary>
    /// <param name="title">The title of the chart.</param>
    /// <param name="name">The number: <c>loss</c>, or a term of it. An epoch without that number has no point.</param>
    /// <param name="before">The epochs of the first run.</param>
    /// <param name="after">Those of the second.</param>
    public static LineChart Of(string title, string name, IReadOnlyList<EpochResult> before, IReadOnlyList<EpochResult> after) =>
        Of(title, name, [Line("before", name, before), Line("after", name, after)]);

    private static ChartSeries Line(string title, string name, IReadOnlyList<EpochResult> epochs) => new(
        title,
        [.. epochs.SelectMany(
            epoch => epoch.Values.Where(value => value.Name == name).Select(value => new ChartPoint(epoch.Epoch, value.Value)))]);

    private static LineChart Of(string title, string yLabel, ChartSeries[] series)
    {
        var positive = series.SelectMany(line => line.Points).All(point => !double.IsFinite(point.Y) || point.Y > 0);
        return new LineChart(title, "epoch", yLabel, series, positive ? ChartScale.Logarithmic : ChartScale.Linear);
    }
}
