using Repro.Runtime.Data;
using Repro.Runtime.Imaging;
using Repro.Runtime.Randomness;
using Repro.Runtime.Runs;
using static TorchSharp.torch;

namespace Repro.Runtime.Metrics;

/// <summary>A square grid of decoded latent vectors from a plane of the latent space.</summary>
/// <param name="Kind">Which plane it is.</param>
/// <param name="Picture">The images, <see cref="Side"/> rows and as many columns, laid out by <see cref="ImageGrid"/>.</param>
public sealed record LatentMap(LatentMapKind Kind, RgbImage Picture)
{
    /// <summary>The number of images in a row and in a column.</summary>
    public const int Side = 9;

    /// <summary>The (2i + 1)/18 quantiles of the standard normal distribution above its middle.</summary>
    private static readonly double[] UpperQuantiles = [0.28221614706250815, 0.58945579784977855, 0.96742156610170138, 1.5932188180230502];

    /// <summary>The quantiles along a side.</summary>
    internal static IReadOnlyList<double> Quantiles { get; } = [.. UpperQuantiles.Reverse().Select(value => -value), 0, .. UpperQuantiles];

    /// <summary>
    /// Decodes with the final weights of a run, in evaluation mode. The same weights, images and seed give the same pixels. With two latent
    /// dimensions and a standard normal prior, the grid shows quantiles of the prior (Kingma and Welling, <i>Auto-Encoding Variational
    /// Bayes</i>, 2014, figure 4): the first dimension from left to right, the second from below. Otherwise four encoded images are the
    /// corners, in reading order: the first image, and those a quarter, half and three quarters through the data set. The plane between
    /// them is bilinear. Draws from the prior replace missing images.
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
        var kind = settings.LatentDimension == 2 && settings.Network.PseudoInputs is null
            ? LatentMapKind.PriorQuantiles
            : LatentMapKind.BetweenImages;
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

    /// <summary>The rows between the upper and the lower corners. The corners themselves are exact.</summary>
    private static double[][] Between(double[][] corners)
    {
        var (left, right) = (Interpolation.Line(corners[0], corners[2], Side), Interpolation.Line(corners[1], corners[3], Side));
        return [.. left.Zip(right).SelectMany(ends => Interpolation.Line(ends.First, ends.Second, Side))];
    }
}

/// <summary>Which plane of the latent space a map shows.</summary>
public enum LatentMapKind
{
    /// <summary>The whole space: quantiles of the standard normal distribution in two dimensions.</summary>
    PriorQuantiles,

    /// <summary>The bilinear plane between four encoded images.</summary>
    BetweenImages,
}
