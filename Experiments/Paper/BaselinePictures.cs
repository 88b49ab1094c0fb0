using Repro.Runtime.Data;
using Repro.Runtime.Imaging;
using Repro.Runtime.Metrics;
using Repro.Runtime.Randomness;

namespace Repro.Experiments.Paper;

/// <summary>What principal component analysis makes of images: pictures laid out as the captures of a run are.</summary>
internal sealed class BaselinePictures(DataSet data, int components)
{
    private const int Rows = 4;
    private const int Columns = 8;
    private const int Pairs = 5;

    private readonly PrincipalComponents model = PrincipalComponents.Of(PixelImages.Of(data.Images), components);

    /// <summary>
    /// Decoded draws of the prior: of as many components as latent dimensions, those that a run with the same seed shows.
    /// </summary>
    public RgbImage Samples(long seed)
    {
        using var generator = RandomStreams.Create(seed, RandomStreams.Samples);
        return Grid([.. model.DrawPrior(Rows * Columns, generator).Chunk(Columns)]);
    }

    /// <summary>Lines between the pairs of images that a run shows.</summary>
    public RgbImage Interpolation()
    {
        var latent = model.Encode(data.Images);
        var half = latent.Length / 2;
        return Grid([.. Enumerable.Range(0, Pairs).Select(i => Runtime.Metrics.Interpolation.Line(latent[i], latent[i + half], Columns))]);
    }

    private RgbImage Grid(double[][][] rows) => ImageGrid.Draw([.. rows.Select(model.Decode)]);
}
