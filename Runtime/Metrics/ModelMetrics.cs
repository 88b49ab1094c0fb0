using Repro.Runtime.Imaging;
using Repro.Runtime.Randomness;

namespace Repro.Runtime.Metrics;

/// <summary>
/// Numbers that tell how good a model is. Distances are those of <see cref="ImageDistance"/>, in gray levels. <see cref="Metric.All"/>
/// lists the metrics.
/// </summary>
public sealed record ModelMetrics
{
    /// <summary>The number of draws from the prior that are decoded.</summary>
    public const int Samples = 256;

    /// <summary>The largest number of pairs of images that are interpolated.</summary>
    public const int Pairs = 16;

    /// <summary>The number of images on a line between two, including both ends.</summary>
    public const int Frames = 17;

    /// <summary>The root of the mean squared difference, over all training images, of an image and its reconstruction.</summary>
    public required double ReconstructionError { get; init; }

    /// <summary>The mean distance of a sample to the nearest training image: small when samples look like training images.</summary>
    public required double SampleToTraining { get; init; }

    /// <summary>The mean distance of a training image to the nearest sample: small when samples cover all training images.</summary>
    public required double TrainingToSample { get; init; }

    /// <summary>The mean distance of two samples: small when all samples are alike.</summary>
    public required double SampleDiversity { get; init; }

    /// <summary>How many training images are the nearest of at least one sample.</summary>
    public required int CoveredImages { get; init; }

    /// <summary>The distance of samples and training images as distributions: <see cref="Metrics.FrechetDistance"/>.</summary>
    public required double FrechetDistance { get; init; }

    /// <summary>The distance of samples and training images as distributions: <see cref="Metrics.EnergyDistance"/>.</summary>
    public required double EnergyDistance { get; init; }

    /// <summary>The mean, over lines between encoded images, of <see cref="Interpolation.LargestStep"/>.</summary>
    public required double LargestStep { get; init; }

    /// <summary>
    /// The mean distance of the middle of such a line to the nearest training image: large when it is a double exposure of both ends.
    /// </summary>
    public required double MidpointToTraining { get; init; }

    /// <summary>How many latent dimensions vary over the training images: <see cref="LatentStatistics.ActiveUnits"/>.</summary>
    public required int ActiveUnits { get; init; }

    /// <summary>
    /// The scale of the latent vectors of the training images, which is 1 for draws from the prior: <see cref="LatentStatistics.Scale"/>.
    /// </summary>
    public required double LatentScale { get; init; }

    /// <summary>
    /// Measures a model. Its draws come from separate random streams, seeded from <paramref name="seed"/> and a purpose. The result depends
    /// on the model, the images and the seed alone, to the bit.
    /// </summary>
    public static ModelMetrics Measure(IImageModel model, MeasuredData data, long seed)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(data);
        var latent = model.Encode(data.Images);
        var samples = Sample(model, seed);
        var toTraining = ImageDistance.Between(samples, data.Pixels);
        var between = ImageDistance.Between(samples, samples);
        var lines = Lines(model, latent, seed);
        return new()
        {
            ReconstructionError = Error(model.Decode(latent), data.Pixels),
            SampleToTraining = NearestNeighbours.MeanDistance(toTraining),
            TrainingToSample = NearestNeighbours.MeanDistanceOfColumns(toTraining),
            SampleDiversity = NearestNeighbours.MeanDistanceOfPairs(between),
            CoveredImages = NearestNeighbours.Covered(toTraining),
            FrechetDistance = data.Frechet.To(samples),
            EnergyDistance = Metrics.EnergyDistance.Between(toTraining, between, data.Distances),
            LargestStep = Statistics.Mean(lines.Select(Interpolation.LargestStep)),
            MidpointToTraining = Statistics.Mean(lines.Select(line => ToNearest(line.Slice(Frames / 2, 1), data))),
            ActiveUnits = LatentStatistics.ActiveUnits(latent),
            LatentScale = LatentStatistics.Scale(latent),
        };
    }

    private static PixelImages Sample(IImageModel model, long seed)
    {
        using var generator = RandomStreams.Create(seed, RandomStreams.MeasuredSamples);
        return model.Decode(model.DrawPrior(Samples, generator));
    }

    // The pairs of Captures/LatentLines: an image and the one half a data set later; a single image and a draw from the prior.
    private static IReadOnlyList<PixelImages> Lines(IImageModel model, double[][] latent, long seed)
    {
        using var generator = RandomStreams.Create(seed, RandomStreams.Interpolation);
        var half = latent.Length / 2;
        return half == 0
            ? [model.Decode(Interpolation.Line(latent[0], model.DrawPrior(1, generator)[0], Frames))]
            : [.. Enumerable.Range(0, Math.Min(Pairs, half)).Select(
                i => model.Decode(Interpolation.Line(latent[i], latent[i + half], Frames)))];
    }

    private static double ToNearest(PixelImages images, MeasuredData data) =>
        NearestNeighbours.MeanDistance(ImageDistance.Between(images, data.Pixels));

    private static double Error(PixelImages reconstructions, PixelImages images)
    {
        var errors = Enumerable.Range(0, images.Count).Select(i => ImageDistance.Between(reconstructions[i], images[i]));
        return Math.Sqrt(Statistics.Mean(errors.Select(error => error * error)));
    }
}
