using Repro.Runtime.Metrics;

namespace Repro.Runtime.Studies;

/// <summary>A number over all seeds: a line of <c>summary.csv</c>.</summary>
/// <param name="Model">The experiment, the baseline, or <c>training images</c>.</param>
/// <param name="Images">How many images the model was trained on.</param>
/// <param name="Epoch">The epoch; <c>null</c> when there is none.</param>
/// <param name="Metric">The metric's name, see <see cref="Measurement.Metric"/>.</param>
/// <param name="Unit">Its unit; empty for a ratio or a loss.</param>
/// <param name="Seeds">How many seeds it is computed over.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="StandardDeviation">Their standard deviation, which divides by their number minus one; 0 for a single number.</param>
/// <param name="Least">The smallest of them.</param>
/// <param name="Most">The largest of them.</param>
public sealed record Summary(
    string Model, int Images, int? Epoch, string Metric, string Unit, int Seeds, double Mean, double StandardDeviation, double Least,
    double Most)
{
    /// <summary>The numbers over all seeds, in the order of their first measurement.</summary>
    public static IReadOnlyList<Summary> Of(IEnumerable<Measurement> measurements)
    {
        ArgumentNullException.ThrowIfNull(measurements);
        return
        [
            .. measurements.GroupBy(one => (one.Model, one.Images, one.Epoch, one.Metric, one.Unit)).Select(group =>
            {
                double[] values = [.. group.Select(one => one.Value)];
                var (model, images, epoch, metric, unit) = group.Key;
                return new Summary(
                    model, images, epoch, metric, unit, values.Length, Statistics.Mean(values), Statistics.StandardDeviation(values),
                    values.Min(), values.Max());
            }),
        ];
    }
}
