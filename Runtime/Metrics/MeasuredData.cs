using Repro.Runtime.Data;
using Repro.Runtime.Imaging;
using static TorchSharp.torch;

namespace Repro.Runtime.Metrics;

/// <summary>
/// The images that a model was trained on, and the values that metrics need of them. They are computed once for all models.
/// </summary>
public sealed class MeasuredData
{
    /// <summary>Prepares the training images of a data set, which must stay alive as long as this.</summary>
    public MeasuredData(DataSet data)
    {
        ArgumentNullException.ThrowIfNull(data);
        (Images, Hash) = (data.Images, data.Hash);
        Pixels = PixelImages.Of(data.Images);
        Distances = ImageDistance.Between(Pixels, Pixels);
        Frechet = new FrechetDistance(Pixels);
    }

    /// <summary>N × channels × height × width, values 0 to 1.</summary>
    public Tensor Images { get; }

    /// <summary>Hash of the data set.</summary>
    public string Hash { get; }

    /// <summary>The images as bytes.</summary>
    public PixelImages Pixels { get; }

    /// <summary>
    /// The mean distance of an image to the nearest other image, to compare the distances of samples with; <c>null</c> for a single image.
    /// </summary>
    public double? NeighbourDistance => NearestNeighbours.MeanDistanceToOthers(Distances);

    internal double[][] Distances { get; }

    internal FrechetDistance Frechet { get; }
}
