using Repro.Runtime.Captures;
using Repro.Runtime.Metrics;

namespace Repro.Experiments.Paper.Sections;

/// <summary>Transitions between images.</summary>
internal static class Transitions
{
    public static Section Write(PaperNumbers numbers, PaperSources sources)
    {
        var images = Vae70.Settings.Data.Take!.Value;
        var text = $"""
            The paper shows smooth transitions between faces: decoded points on the line between two latent vectors. Ours, of the VAE after epoch {Vae70.Epochs}:

            {sources.Locked("Transitions of the VAE", Vae70.Name, Vae70.Epochs, CaptureKind.Interpolation)}

            {MarkdownTable.Write(
                ["", ">VAE", ">AE", ">PCA"],
                [Row("largest step over mean step", metrics => metrics.LargestStep), Row("middle to nearest training image", metrics => metrics.MidpointToTraining)])}
            A line has {ModelMetrics.Frames} images, so an even transition has a largest step of 1 times the mean, and a jump one of {ModelMetrics.Frames - 1}. A transition can be even
            and yet show nothing but one face fading into the other: PCA is linear, so its lines are such cross-fades. The second line tells them apart: a middle that
            is a face of its own is near a training image, a double exposure is not.
            """;
        return new("Smooth transitions", text,
        [
            new("Smooth transitions between faces", "the largest step between neighbouring frames is less than twice the mean one",
                [.. Of(Vae70.Name, metrics => metrics.LargestStep).Select(step => step < 2)]),
            new("", "the middle of a transition is nearer to a training image than that of a cross-fade (PCA)",
                Claim.Less(
                    Of(Vae70.Name, metrics => metrics.MidpointToTraining),
                    numbers.Baseline(images, metrics => metrics.MidpointToTraining))),
        ]);

        IReadOnlyList<string> Row(string title, Func<ModelMetrics, double> metric) =>
            [title, Spread.Text(Of(Vae70.Name, metric)), Spread.Text(Of(Ae70.Name, metric)), Spread.Text(numbers.Baseline(images, metric))];

        IReadOnlyList<double> Of(string experiment, Func<ModelMetrics, double> metric) => numbers.Of(experiment, Vae70.Epochs, metric);
    }
}
