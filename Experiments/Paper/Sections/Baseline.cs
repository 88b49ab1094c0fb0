using Repro.Runtime.Metrics;

namespace Repro.Experiments.Paper.Sections;

/// <summary>Principal component analysis beside the networks.</summary>
internal static class Baseline
{
    private static readonly (string Title, Func<ModelMetrics, double> Value)[] Metrics =
    [
        ("reconstruction error", metrics => metrics.ReconstructionError),
        ("sample to nearest training image", metrics => metrics.SampleToTraining),
        ("training image to nearest sample", metrics => metrics.TrainingToSample),
        ("Fréchet distance", metrics => metrics.FrechetDistance),
        ("energy distance", metrics => metrics.EnergyDistance),
        ("distance of two samples", metrics => metrics.SampleDiversity),
    ];

    public static Section Write(PaperNumbers numbers, PaperSources sources, int components)
    {
        var images = Vae70.Settings.Data.Take!.Value;
        var text = $"""
            The paper's conclusion names principal component analysis. With {components} components, as many as the networks have latent dimensions, fitted to the same {images} images;
            it decodes the same draws, each component scaled by its standard deviation. Below them are its lines between faces.

            {sources.Own("Samples of PCA", PaperSources.BaselineSamplesPath)}

            {sources.Own("Transitions of PCA", PaperSources.BaselineInterpolationPath)}

            {MarkdownTable.Write(
                ["", ">VAE", ">AE", ">PCA"],
                Metrics.Select(metric => (IReadOnlyList<string>)
                    [metric.Title, Spread.Text(Of(Vae70.Name, metric.Value)), Spread.Text(Of(Ae70.Name, metric.Value)), Spread.Text(numbers.Baseline(images, metric.Value))]))}
            All but the last are better where they are lower. They are statistics of pixels, and means and covariances of pixels are what PCA fits, so the Fréchet distance in
            particular is in its favour; a network that judges pictures as people do might say something else, and is not at hand here.
            """;
        return new("Principal component analysis", text,
        [
            new("PCA as the baseline", "the VAE reconstructs better than PCA", Less(metrics => metrics.ReconstructionError)),
            new("", "its samples are nearer to a training image than those of PCA", Less(metrics => metrics.SampleToTraining)),
            new("", "its samples are closer to the training images as a distribution, by Fréchet and energy distance",
                Claim.All(Less(metrics => metrics.FrechetDistance), Less(metrics => metrics.EnergyDistance))),
        ]);

        IReadOnlyList<bool> Less(Func<ModelMetrics, double> metric) => Claim.Less(Of(Vae70.Name, metric), numbers.Baseline(images, metric));

        IReadOnlyList<double> Of(string experiment, Func<ModelMetrics, double> metric) => numbers.Of(experiment, Vae70.Epochs, metric);
    }
}
