using Repro.Runtime.Metrics;

namespace Repro.Runtime.Studies;

/// <summary>A number of a study, with its model and epoch: a line of <c>measurements.csv</c>.</summary>
/// <param name="Model">The experiment, the baseline, or <c>training images</c>.</param>
/// <param name="Images">How many images the model was trained on.</param>
/// <param name="Seed">The seed; <c>null</c> when there is none.</param>
/// <param name="Epoch">The epoch; <c>null</c> when there is none.</param>
/// <param name="Metric">
/// The metric's name: one of <see cref="Metrics.Metric.All"/>, <c>loss</c>, <c>loss: </c> and a term, or <c>neighbour_distance</c>.
/// </param>
/// <param name="Unit">Its unit; empty for a ratio or a loss.</param>
/// <param name="Value">The number.</param>
public sealed record Measurement(string Model, int Images, long? Seed, int? Epoch, string Metric, string Unit, double Value)
{
    /// <summary>The <see cref="Model"/> of measurements of the images themselves.</summary>
    public const string TrainingImages = "training images";

    /// <summary>The name of <see cref="ImagesMetrics.NeighbourDistance"/>.</summary>
    public const string NeighbourDistance = "neighbour_distance";

    /// <summary>Every number of a study, in the order of its results.</summary>
    public static IReadOnlyList<Measurement> Of(StudyResults results)
    {
        ArgumentNullException.ThrowIfNull(results);
        return
        [
            .. results.Runs.SelectMany(run => run.Epochs.SelectMany(epoch => Of(run, epoch))),
            .. results.Baselines.SelectMany(baseline => Of(baseline.Name, baseline.Images, baseline.Seed, null, baseline.Model)),
            .. results.Images.Where(images => images.NeighbourDistance is not null).Select(images =>
                new Measurement(
                    TrainingImages, images.Images, null, null, NeighbourDistance, Metrics.Metric.Gray, images.NeighbourDistance!.Value)),
        ];
    }

    private static IEnumerable<Measurement> Of(RunMetrics run, EpochMetrics epoch) =>
        epoch.Loss
            .Select(term => new Measurement(
                run.Experiment, run.Images, run.Seed, epoch.Epoch, term.Name == "loss" ? "loss" : "loss: " + term.Name, "", term.Value))
            .Concat(Of(run.Experiment, run.Images, run.Seed, epoch.Epoch, epoch.Model));

    private static IEnumerable<Measurement> Of(string name, int images, long seed, int? epoch, ModelMetrics model) =>
        Metrics.Metric.All.Select(metric => new Measurement(name, images, seed, epoch, metric.Name, metric.Unit, metric.Value(model)));
}
