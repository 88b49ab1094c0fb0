using Repro.Runtime.Captures;
using Repro.Runtime.Metrics;

namespace Repro.Experiments.Paper.Sections;

/// <summary>Samples after training on 1, 14 and 70 images.</summary>
internal static class Figure2
{
    private static readonly (string Experiment, int Images)[] Sets =
        [(Vae1.Name, Vae1.Settings.Data.Take!.Value), (Vae14.Name, Vae14.Settings.Data.Take!.Value), (
            Vae70.Name, Vae70.Settings.Data.Take!.Value)];

    public static Section Write(PaperNumbers numbers, PaperSources sources)
    {
        var text = $"""
            The paper's Figure 2 shows samples of a VAE trained on 1, 14 and 70 images: draws of the standard normal distribution, decoded. Ours, after {Vae70.Epochs} epochs:

            {MarkdownTable.Write(
                [.. Sets.Select(set => $"{set.Images} image{(set.Images == 1 ? "" : "s")}")],
                [[.. Sets.Select(set => sources.Locked($"Samples of {set.Experiment}", set.Experiment, Vae70.Epochs, CaptureKind.Samples))]])}
            {MarkdownTable.Write(
                ["", .. Sets.Select(set => ">" + set.Experiment)],
                [
                    Row("distance of two samples", metrics => metrics.SampleDiversity),
                    ["training images that are nearest to a sample", .. Sets.Select(set => $"{Spread.Text(Of(set.Experiment, metrics => metrics.CoveredImages))} of {set.Images}")],
                    Row("sample to nearest training image", metrics => metrics.SampleToTraining),
                    Row("training image to nearest sample", metrics => metrics.TrainingToSample),
                    ["training image to nearest other one", .. Sets.Select(set => numbers.NeighbourDistance(set.Images) is { } distance ? Spread.Number(distance) : "")],
                ])}
            The first two lines are the diversity. The third line beside the last says whether samples look like training images: a sample that is farther from
            all of them than they are from each other is something else. Samples are made in evaluation mode, in which batch norm has running statistics in place
            of the batch's. With a single image the two differ: after the last epoch of {Vae1.Name} with seed {numbers.Seeds[0]}, its squared error is
            {Spread.Number(sources.LockedLoss(Vae1.Name, "reconstruction"))} in training and {Spread.Number(numbers.Loss(Vae1.Name, Vae1.Epochs, "reconstruction")[0])} in evaluation mode.
            """;
        return new("Samples after 1, 14 and 70 images (Figure 2)", text,
        [
            new(
                "Samples of a VAE trained on 1, 14 and 70 images",
                "samples are more diverse after 14 images than after 1, and after 70 than after 14", 
                Claim.All(
                    Claim.Less(Of(Vae1.Name, metrics => metrics.SampleDiversity), Of(Vae14.Name, metrics => metrics.SampleDiversity)),
                    Claim.Less(Of(Vae14.Name, metrics => metrics.SampleDiversity), Of(Vae70.Name, metrics => metrics.SampleDiversity)))),
            new("", "samples after 70 images leave no training image out: each is the nearest of at least one",
                [.. Of(Vae70.Name, metrics => metrics.CoveredImages).Select(covered => covered == Sets[2].Images)]),
            new("", "samples after 70 images are as near to a training image as another training image is",
                [.. Of(Vae70.Name, metrics => metrics.SampleToTraining).Select(
                    distance => distance <= numbers.NeighbourDistance(Sets[2].Images))]),
        ]);

        IReadOnlyList<string> Row(string title, Func<ModelMetrics, double> metric) =>
            [title, .. Sets.Select(set => Spread.Text(Of(set.Experiment, metric)))];

        IReadOnlyList<double> Of(string experiment, Func<ModelMetrics, double> metric) => numbers.Of(experiment, Vae70.Epochs, metric);
    }
}
