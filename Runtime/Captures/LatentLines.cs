using Repro.Runtime.Data;
using Repro.Runtime.Randomness;
using static TorchSharp.torch;

namespace Repro.Runtime.Captures;

/// <summary>The lines in latent space along which images are interpolated.</summary>
internal static class LatentLines
{
    private const int Pairs = 5;
    private const int Steps = 8;

    /// <summary>
    /// A tensor (8 × latent) for each pair of images, at most five. Image i is paired with the image half a data set later, because
    /// neighbours may be nearly identical. A single image is paired with a draw from the prior.
    /// </summary>
    public static IReadOnlyList<Tensor> Find(ExperimentRun run, ExperimentSettings settings, DataSet data)
    {
        if (data.Count == 1)
        {
            using var generator = RandomStreams.Create(settings.Seed, RandomStreams.Interpolation);
            return [Line(run.Encode(data.Images), run.DrawPrior(1, settings.LatentDimension, generator))];
        }

        var half = data.Count / 2;
        var count = Math.Min(Pairs, half);
        var from = run.Encode(data.Images.narrow(0, 0, count));
        var to = run.Encode(data.Images.narrow(0, half, count));
        return [.. Enumerable.Range(0, count).Select(i => Line(from.narrow(0, i, 1), to.narrow(0, i, 1)))];
    }

    /// <summary>from · (1 − t) + to · t at eight evenly spaced t from 0 to 1, in float32; both ends are met exactly.</summary>
    private static Tensor Line(Tensor from, Tensor to) =>
        cat([.. Enumerable.Range(0, Steps).Select(step => step / (float)(Steps - 1)).Select(t => (from * (1 - t)) + (to * t))], 0);
}
