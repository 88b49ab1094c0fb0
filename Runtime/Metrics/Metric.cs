namespace Repro.Runtime.Metrics;

/// <summary>A number of <see cref="ModelMetrics"/>: its name, its unit, which values are good, and how to get it.</summary>
/// <param name="Name">Its name in JSON and CSV.</param>
/// <param name="Title">Its name for readers.</param>
/// <param name="Unit">Its unit; empty for a ratio.</param>
/// <param name="Better">Which values are good.</param>
/// <param name="Value">Gets it from the metrics.</param>
public sealed record Metric(string Name, string Title, string Unit, MetricGoal Better, Func<ModelMetrics, double> Value)
{
    /// <summary>The unit of distances.</summary>
    internal const string Gray = "gray levels";

    /// <summary>All metrics, in the order of the columns.</summary>
    public static IReadOnlyList<Metric> All { get; } =
    [
        new("reconstruction_error", "reconstruction error", Gray, MetricGoal.Lower, metrics => metrics.ReconstructionError),
        new("sample_to_training", "sample to nearest training image", Gray, MetricGoal.Lower, metrics => metrics.SampleToTraining),
        new("training_to_sample", "training image to nearest sample", Gray, MetricGoal.Lower, metrics => metrics.TrainingToSample),
        new("sample_diversity", "distance of two samples", Gray, MetricGoal.Higher, metrics => metrics.SampleDiversity),
        new("covered_images", "training images nearest to a sample", "images", MetricGoal.Higher, metrics => metrics.CoveredImages),
        new("frechet_distance", "Fréchet distance", Gray, MetricGoal.Lower, metrics => metrics.FrechetDistance),
        new("energy_distance", "energy distance", Gray, MetricGoal.Lower, metrics => metrics.EnergyDistance),
        new("largest_step", "largest step over mean step", "", MetricGoal.One, metrics => metrics.LargestStep),
        new("midpoint_to_training", "midpoint to nearest training image", Gray, MetricGoal.Lower, metrics => metrics.MidpointToTraining),
        new("active_units", "active latent units", "units", MetricGoal.None, metrics => metrics.ActiveUnits),
        new("latent_scale", "scale of the latent vectors", "", MetricGoal.One, metrics => metrics.LatentScale),
    ];
}

/// <summary>Which values of a metric are good.</summary>
public enum MetricGoal
{
    /// <summary>No value is better than another.</summary>
    None,

    /// <summary>Lower values.</summary>
    Lower,

    /// <summary>Higher values.</summary>
    Higher,

    /// <summary>Values near 1.</summary>
    One,
}
