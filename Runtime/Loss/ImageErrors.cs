using static TorchSharp.torch;

namespace Repro.Runtime;

/// <summary>
/// Errors of reconstructions (N × channels × height × width), summed over the channels and pixels of an image. The result has a value for
/// each of the N images. <see cref="Losses"/> has the averages over a batch.
/// </summary>
public static class ImageErrors
{
    /// <summary>Σ (x̂ − x)²: up to a constant, −ln of a normal density with mean x̂ and variance ½.</summary>
    public static Tensor Squared(Tensor reconstruction, Tensor images) =>
        Sum(nn.functional.mse_loss(reconstruction, images, nn.Reduction.None));

    /// <summary>Σ |x̂ − x|: up to a constant, −ln of a Laplace density with mean x̂ and scale 1.</summary>
    public static Tensor Absolute(Tensor reconstruction, Tensor images) =>
        Sum(nn.functional.l1_loss(reconstruction, images, nn.Reduction.None));

    /// <summary>
    /// −Σ (x ln x̂ + (1 − x) ln(1 − x̂)): −ln of the probability of independent Bernoulli pixels; logarithms are at least −100.
    /// </summary>
    public static Tensor BinaryCrossEntropy(Tensor reconstruction, Tensor images) =>
        Sum(nn.functional.binary_cross_entropy(reconstruction, images, reduction: nn.Reduction.None));

    /// <summary>
    /// Σ of ½ d² where |d| = |x̂ − x| is at most <paramref name="delta"/>, and delta · (|d| − ½ delta) beyond (Huber, 1964).
    /// </summary>
    public static Tensor Huber(Tensor reconstruction, Tensor images, double delta) =>
        Sum(nn.functional.huber_loss(reconstruction, images, delta, nn.Reduction.None));

    private static Tensor Sum(Tensor errors) => errors.flatten(1).sum(1);
}
