using Repro.Runtime.Data;
using Repro.Runtime.Imaging;
using Repro.Runtime.Randomness;
using Repro.Runtime.Runs;
using static TorchSharp.torch;

namespace Repro.Runtime.Metrics;

/// <summary>A square grid of decoded latent vectors: what lies in a plane of the latent space.</summary>
/// <param name="Kind">Which plane it is.</param>
/// <param name="Picture">The images, <see cref="Side"/> rows of as many, as <see cref="ImageGrid"/> lays them out.</param>
public sealed record LatentMap(LatentMapKind Kind, RgbImage Picture)
{
    /// <summary>How many images a row and a column have.</summary>
    public const int Side = 9;

    /// <summary>The (2i + 1)/18 quantiles of the standard normal distribution above its middle.</summary>
    private static readonly double[] UpperQuantiles = [0.28221614706250815, 0.58945579784977855, 0.96742156610170138, 1.5932188180230502];

    /// <summary>The quantiles along a side.</summary>
    internal static IReadOnlyList<double> Quantiles { get; } = [.. UpperQuantiles.Reverse().Select(value => -value), 0, .. UpperQuantiles];

    /// <summary>
    /// Decodes with the final weights of a run, in evaluation mode. The same weights, images and seed give the same pixels. Two latent dimensions under the standard normal distribution
    /// become its quantiles (Kingma and Welling, <i>Auto-Encoding Variational Bayes</i>, 2014, figure 4), the first from left to right, the second from below; otherwise the
    /// plane is spanned bilinearly by four encoded images: the first, and those a quarter, half and three quarters through the data set, in reading order. Fewer than four images are
    /// filled up with draws of the prior.
    /// </summary>
    /// <param name="experiment">The run's experiment, with the seed and the number of epochs that the run had.</param>
    /// <param name="run">The run.</param>
    /// <param name="data">The images that it was trained on.</param>
    /// <exception cref="ReproException">The file of weights cannot be read.</exception>
    public static LatentMap Draw(Experiment experiment, Run run, DataSet data)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(data);
        using var model = TrainedModel.Open(experiment, run.Folder.WeightsPath, experiment.Settings.Epochs);
        return Draw(model, experiment.Settings, data.Images);
    }

    internal static LatentMap Draw(IImageModel model, ExperimentSettings settings, Tensor images)
    {
        var kind = settings.LatentDimension == 2 && settings.Network.PseudoInputs is null ? LatentMapKind.PriorQuantiles : LatentMapKind.BetweenImages;
        var vectors = kind == LatentMapKind.PriorQuantiles
            ? [.. Quantiles.Reverse().SelectMany(second => Quantiles.Select(first => (double[])[first, second]))]
            : Between(Corners(model, settings, images));
        var decoded = model.Decode(vectors);
        return new(kind, ImageGrid.Draw([.. Enumerable.Range(0, Side).Select(row => decoded.Slice(row * Side, Side))]));
    }

    private static double[][] Corners(IImageModel model, ExperimentSettings settings, Tensor images)
    {
        var count = (int)images.shape[0];
        using var scope = NewDisposeScope();
        if (count >= 4)
        {
            return model.Encode(cat([.. Enumerable.Range(0, 4).Select(i => images.narrow(0, i * count / 4, 1))], 0));
        }

        using var generator = RandomStreams.Create(settings.Seed, RandomStreams.Interpolation);
        return [.. model.Encode(images), .. model.DrawPrior(4 - count, generator)];
    }

    /// <summary>Rows from the line between the upper corners to that between the lower ones; corners are met exactly.</summary>
    private static double[][] Between(double[][] corners)
    {
        var (left, right) = (Interpolation.Line(corners[0], corners[2], Side), Interpolation.Line(corners[1], corners[3], Side));
        return [.. left.Zip(right).SelectMany(ends => Interpolation.Line(ends.First, ends.Second, Side))];
    }
}

/// <summary>Which plane of the latent space a map shows.</summary>
public enum LatentMapKind
{
    /// <summary>All there is: quantiles of the standard normal distribution in two dimensions.</summary>
    PriorQuantiles,

    /// <summary>The plane that is spanned bilinearly by four encoded images.</summary>
    BetweenImages,
}
