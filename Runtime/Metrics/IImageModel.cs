using Repro.Runtime.Imaging;
using static TorchSharp.torch;

namespace Repro.Runtime.Metrics;

/// <summary>
/// A model that <see cref="ModelMetrics"/> can measure: it encodes images, decodes latent vectors and draws from a prior.
/// </summary>
public interface IImageModel
{
    /// <summary>The latent vector of each image (N × channels × height × width, values 0 to 1), without sampling.</summary>
    double[][] Encode(Tensor images);

    /// <summary>The image of each latent vector, as it is shown.</summary>
    PixelImages Decode(double[][] latent);

    /// <summary>Latent vectors drawn from the prior.</summary>
    double[][] DrawPrior(int count, Generator generator);
}
