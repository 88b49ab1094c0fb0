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
    /// Absolute error, summed over channels and pixels and averaged over the batch. PyTorch:
    /// <c>l1_loss(reconstruction, images, reduction="sum") / N</c>.
    /// </summary>
    public static Tensor AbsoluteError(Tensor reconstruction, Tensor images)
    {
        ArgumentNullException.ThrowIfNull(images);
        return nn.functional.l1_loss(reconstruction, images, nn.Reduction.Sum) / images.shape[0];
    }

    /// <summary>
    /// Binary cross entropy, −(x ln x̂ + (1 − x) ln(1 − x̂)), summed over channels and pixels and averaged over the batch; both images have
    /// values from 0 to 1. PyTorch: <c>binary_cross_entropy(reconstruction, images, reduction="sum") / N</c>.
    /// </summary>
    public static Tensor BinaryCrossEntropy(Tensor reconstruction, Tensor images)
    {
        ArgumentNullException.ThrowIfNull(images);
        return nn.functional.binary_cross_entropy(reconstruction, images, reduction: nn.Reduction.Sum) / images.shape[0];
    }

    /// <summary>
    /// Huber's error (Huber, <i>Robust Estimation of a Location Parameter</i>, 1964), ½ d² up to <paramref name="delta"/> and
    /// delta · (|d| − ½ delta) beyond, summed over channels and pixels and averaged over the batch. PyTorch:
    /// <c>huber_loss(reconstruction, images, reduction="sum", delta=delta) / N</c>.
    /// </summary>
    public static Tensor HuberError(Tensor reconstruction, Tensor images, double delta)
    {
        ArgumentNullException.ThrowIfNull(images);
        return nn.functional.huber_loss(reconstruction, images, delta, nn.Reduction.Sum) / images.shape[0];
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

    /// <summary>
    /// KL divergence of N(mu, exp(logvar)) from the VampPrior, estimated with one latent vector drawn from each distribution: ln q(z|x) −
    /// ln p(z), averaged over the batch (Tomczak and Welling, <i>VAE with a VampPrior</i>, 2018). Its mean over draws is the divergence; a
    /// single estimate can be negative.
    /// </summary>
    /// <param name="latent">The drawn latent vectors, N × latent.</param>
    /// <param name="mu">Means of the latent distributions of the images, N × latent.</param>
    /// <param name="logvar">Logarithms of their variances, N × latent.</param>
    /// <param name="priorMu">Means of the latent distributions of the pseudo-inputs, K × latent.</param>
    /// <param name="priorLogvar">Logarithms of their variances, K × latent.</param>
    public static Tensor VampPriorDivergence(Tensor latent, Tensor mu, Tensor logvar, Tensor priorMu, Tensor priorLogvar) =>
        (LatentDensity.Normal(latent, mu, logvar) - LatentDensity.VampPrior(latent, priorMu, priorLogvar)).mean();

    /// <summary>
    /// The importance-weighted bound on −ln p(x) (Burda, Grosse and Salakhutdinov, <i>Importance Weighted Autoencoders</i>, 2016, equation
    /// 8), averaged over the batch: −ln 1/k Σᵢ wᵢ. Each image has k latent vectors; the weight of a vector is ln w = ln p(x|z) + ln p(z) −
    /// ln q(z|x). With k = 1 it is the evidence lower bound, with the divergence estimated from the drawn vector.
    /// </summary>
    /// <param name="errors">
    /// Errors of the k · N reconstructions, −ln p(x|z) up to a constant. The first vectors of all images come first, then the second
    /// vectors.
    /// </param>
    /// <param name="posterior">
    /// Log-densities of the vectors in the latent distributions of their images, ln q(z|x), in the same order.
    /// </param>
    /// <param name="prior">Their log-densities in the prior, ln p(z), in the same order.</param>
    /// <param name="samples">k, the number of latent vectors of an image.</param>
    public static Tensor ImportanceWeightedBound(Tensor errors, Tensor posterior, Tensor prior, int samples)
    {
        ArgumentNullException.ThrowIfNull(prior);
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, 1);
        var logWeights = (prior - posterior - errors).reshape(samples, -1);
        return -LatentDensity.LogMeanExp(logWeights, 0).mean();
    }
}
