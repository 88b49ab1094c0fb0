using Repro.Runtime.Training;

namespace Repro.Runtime.Charts;

/// <summary>The losses of a run as a chart.</summary>
public static class LossChart
{
    /// <summary>
    /// The loss, its terms and those on the images held back, a line each, over the epochs; on a logarithmic axis where every finite value is
    /// positive.
    /// </summary>
    public static LineChart Of(string title, IReadOnlyList<EpochResult> epochs)
    {
        ArgumentNullException.ThrowIfNull(epochs);
        var names = epochs.Count == 0 ? [] : epochs[0].Values.Select(value => value.Name).ToArray();
        ChartSeries[] series =
        [
            .. names.Select((name, i) => new ChartSeries(name, [.. epochs.Select(epoch => new ChartPoint(epoch.Epoch, epoch.Values.ElementAt(i).Value))])),
        ];
        var positive = series.SelectMany(line => line.Points).All(point => !double.IsFinite(point.Y) || point.Y > 0);
        return new LineChart(title, "epoch", "loss", series, positive ? ChartScale.Logarithmic : ChartScale.Linear);
    }
}
