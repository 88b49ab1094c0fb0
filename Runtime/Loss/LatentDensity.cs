using static TorchSharp.torch;

namespace Repro.Runtime;

/// <summary>Natural logarithms of the densities of latent vectors (N × latent). The result has a value for each of the N vectors.</summary>
public static class LatentDensity
{
    /// <summary>ln 2π.</summary>
    private const double LogTwoPi = 1.8378770664093454836;

    /// <summary>
    /// For normal distributions with independent dimensions: −½ Σ (ln 2π + ln σ² + (z − μ)² / σ²). Mean and log-variance are N × latent, or
    /// of any shape that broadcasts with <paramref name="latent"/>; the sum is over the last dimension.
    /// </summary>
    public static Tensor Normal(Tensor latent, Tensor mu, Tensor logvar)
    {
        ArgumentNullException.ThrowIfNull(latent);
        ArgumentNullException.ThrowIfNull(logvar);
        return -0.5 * (LogTwoPi + logvar + ((latent - mu).square() * (-logvar).exp())).sum(-1);
    }

    /// <summary>For the standard normal distribution: −½ Σ (ln 2π + z²).</summary>
    public static Tensor StandardNormal(Tensor latent)
    {
        ArgumentNullException.ThrowIfNull(latent);
        return -0.5 * (LogTwoPi + latent.square()).sum(-1);
    }

    /// <summary>
    /// For the VampPrior (Tomczak and Welling, <i>VAE with a VampPrior</i>, 2018, equation 9): ln 1/K Σₖ N(z; μₖ, σₖ²), the mixture of the
    /// latent distributions of K learned pseudo-inputs.
    /// </summary>
    /// <param name="latent">Latent vectors, N × latent.</param>
    /// <param name="mu">Means of the latent distributions of the pseudo-inputs, K × latent.</param>
    /// <param name="logvar">Logarithms of their variances, K × latent.</param>
    public static Tensor VampPrior(Tensor latent, Tensor mu, Tensor logvar)
    {
        ArgumentNullException.ThrowIfNull(latent);
        ArgumentNullException.ThrowIfNull(mu);
        ArgumentNullException.ThrowIfNull(logvar);
        return LogMeanExp(Normal(latent.unsqueeze(1), mu.unsqueeze(0), logvar.unsqueeze(0)), 1);
    }

    /// <summary>
    /// The logarithm of the mean of the exponentials along a dimension, which is removed. The largest value is subtracted first, so no
    /// exponential overflows.
    /// </summary>
    internal static Tensor LogMeanExp(Tensor values, long dimension)
    {
        var largest = values.detach().max(dimension, keepdim: true).values;
        return (values - largest).exp().mean([dimension]).log() + largest.squeeze(dimension);
    }
}
