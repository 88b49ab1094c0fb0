using static TorchSharp.torch;

namespace Repro.Runtime;

/// <summary>The losses that <c>experiments.yaml</c> can name, and their terms.</summary>
public static class Losses
{
    /// <summary>
    /// Squared error, summed over channels and pixels and averaged over the batch: the reconstruction term of equation 4 of the paper,
    /// and the whole loss of the plain autoencoder. PyTorch: <c>mse_loss(reconstruction, images, reduction="sum") / N</c>.
    /// </summary>
    public static Tensor SquaredError(Tensor reconstruction, Tensor images)
    {
        ArgumentNullException.ThrowIfNull(images);
        return nn.functional.mse_loss(reconstruction, images, nn.Reduction.Sum) / images.shape[0];
    }

    /// <summary>
    /// KL divergence of N(mu, exp(logvar)) from the standard normal, ½ Σ(−1 + σ² + μ² − log σ²) over the latent dimensions,
    /// averaged over the batch: the second term of equation 4 of the paper. Both tensors are N × latent.
    /// </summary>
    public static Tensor KullbackLeiblerDivergence(Tensor mu, Tensor logvar)
    {
        ArgumentNullException.ThrowIfNull(mu);
        ArgumentNullException.ThrowIfNull(logvar);
        return (-0.5 * (1 + logvar - mu.square() - logvar.exp()).sum(1)).mean();
    }
}
