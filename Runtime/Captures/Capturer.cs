using Repro.Runtime.Data;
using Repro.Runtime.Imaging;
using Repro.Runtime.Randomness;
using static TorchSharp.torch;

namespace Repro.Runtime.Captures;

/// <summary>
/// Takes pictures of a model in training without changing it: in evaluation mode, without gradients, with separate random streams. The
/// streams restart each time, so the same draws are decoded after every captured epoch, and for every architecture with the same seed.
/// </summary>
public static class Capturer
{
    private const int Reconstructed = 14;
    private const int ReconstructedInRow = 7;
    private const int SampleRows = 4;
    private const int SamplesInRow = 8;

    /// <summary>Takes the three pictures of <see cref="CaptureKind"/> and puts the model back into training mode.</summary>
    public static IReadOnlyList<Capture> Capture(ExperimentRun run, ExperimentSettings settings, DataSet data, int epoch)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(data);
        using var scope = NewDisposeScope();
        using var withoutGradients = no_grad();
        run.Model.eval();
        try
        {
            return
            [
                new(epoch, CaptureKind.Reconstructions, Reconstructions(run, data)),
                new(epoch, CaptureKind.Samples, Samples(run, settings)),
                new(epoch, CaptureKind.Interpolation, Interpolation(run, settings, data)),
            ];
        }
        finally
        {
            run.Model.train();
        }
    }

    private static RgbImage Reconstructions(ExperimentRun run, DataSet data)
    {
        var originals = Rows(data.Images.narrow(0, 0, Math.Min(Reconstructed, data.Count)), ReconstructedInRow);
        return Grid(originals.SelectMany(row => (Tensor[])[row, run.Decode(run.Encode(row))]));
    }

    private static RgbImage Samples(ExperimentRun run, ExperimentSettings settings)
    {
        using var generator = RandomStreams.Create(settings.Seed, RandomStreams.Samples);
        var latent = run.DrawPrior(SampleRows * SamplesInRow, settings.LatentDimension, generator);
        return Grid(Rows(run.Decode(latent), SamplesInRow));
    }

    private static IEnumerable<Tensor> Rows(Tensor images, long inRow)
    {
        for (long start = 0; start < images.shape[0]; start += inRow)
        {
            yield return images.narrow(0, start, Math.Min(inRow, images.shape[0] - start));
        }
    }

    private static RgbImage Interpolation(ExperimentRun run, ExperimentSettings settings, DataSet data) =>
        Grid(LatentLines.Find(run, settings, data).Select(run.Decode));

    private static RgbImage Grid(IEnumerable<Tensor> rows) => ImageGrid.Draw([.. rows.Select(PixelImages.Of)]);
}
