using Repro.Runtime.Captures;
using Repro.Runtime.Metrics;

namespace Repro.Experiments.Paper.Sections;

/// <summary>The autoencoder beside the variational one at the captured epochs.</summary>
internal static class Table3
{
    private static readonly (string Title, Func<ModelMetrics, double> Value)[] Metrics =
    [
        ("sample to nearest training image", metrics => metrics.SampleToTraining),
        ("Fréchet distance", metrics => metrics.FrechetDistance),
        ("energy distance", metrics => metrics.EnergyDistance),
    ];

    public static Section Write(PaperNumbers numbers, PaperSources sources)
    {
        var epochs = Vae70.Settings.Captures;
        var text = $"""
            The paper's Table 3 shows the plain autoencoder (AE) beside the VAE after 10, 130 and 300 epochs. Ours, trained on {Vae70.Settings.Data.Take} images,
            decode the same draws of the standard normal distribution:

            {MarkdownTable.Write(
                [">epoch", "AE", "VAE"],
                epochs.Select(epoch => (IReadOnlyList<string>)
                [
                    $"{epoch}", sources.Locked($"AE samples after epoch {epoch}", Ae70.Name, epoch, CaptureKind.Samples), sources.Locked($"VAE samples after epoch {epoch}", Vae70.Name, epoch, CaptureKind.Samples),
                ]))}
            {MarkdownTable.Write(
                [">epoch", "metric", ">AE", ">VAE", "lower for the VAE"],
                epochs.SelectMany(epoch => Metrics.Select(metric => (IReadOnlyList<string>)
                [
                    $"{epoch}", metric.Title, Spread.Text(numbers.Of(Ae70.Name, epoch, metric.Value)), Spread.Text(numbers.Of(Vae70.Name, epoch, metric.Value)),
                    $"in {Lower(epoch, metric.Value).Count(lower => lower)} of {numbers.Seeds.Count} seeds",
                ])))}
            All three are lower where samples are more like the training images. A decoder can make images of draws of the prior if it was trained on latent vectors like them, and
            nothing in the AE's loss asks for that. The draws have a scale (root mean square) of 1; after epoch {Vae70.Epochs}, the latent vectors of the training images have
            one of {Spread.Text(numbers.Of(Ae70.Name, Vae70.Epochs, metrics => metrics.LatentScale))} in the AE and of {Spread.Text(numbers.Of(Vae70.Name, Vae70.Epochs, metrics => metrics.LatentScale))} in the VAE.
            """;
        return new("AE beside VAE (Table 3)", text,
        [
            .. epochs.Select((epoch, i) => new Claim(
                i == 0 ? "AE beside VAE after 10, 130 and 300 epochs" : "",
                $"after epoch {epoch}, decoded draws of the prior are closer to the training images for the VAE, by all three distances",
                Claim.All([.. Metrics.Select(metric => Lower(epoch, metric.Value))]))),
        ]);

        IReadOnlyList<bool> Lower(int epoch, Func<ModelMetrics, double> metric) =>
            Claim.Less(numbers.Of(Vae70.Name, epoch, metric), numbers.Of(Ae70.Name, epoch, metric));
    }
}
