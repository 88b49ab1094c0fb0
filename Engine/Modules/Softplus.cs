using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>ln(1 + exp(beta·x)) / beta, and x itself where beta·x is above the threshold.</summary>
public sealed class Softplus : nn.Module<Tensor, Tensor>
{
    private readonly double beta;
    private readonly double threshold;

    internal Softplus(double beta, double threshold)
        : base(nameof(Softplus))
    {
        this.beta = beta;
        this.threshold = threshold;
    }

    /// <summary>Applies the function to each element.</summary>
    public override Tensor forward(Tensor input) => input.softplus(beta, threshold);
}
