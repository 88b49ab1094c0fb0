using Repro.Engine.Optim;
using Repro.Engine.Optim.Options;

namespace TorchSharp.Modules;

/// <summary>Adam (Kingma and Ba, 2015), as PyTorch computes it: p −= lr / (1 − β₁ᵗ) · m / (√v / √(1 − β₂ᵗ) + ε).</summary>
public sealed partial class Adam : AdamOptimizer
{
    /// <summary>All parameters with the same settings.</summary>
    /// <param name="parameters">The parameters, each once.</param>
    /// <param name="lr">The learning rate, ≥ 0.</param>
    /// <param name="beta1">The factor of the running mean of the gradient, in [0, 1).</param>
    /// <param name="beta2">The factor of the running mean of its square, in [0, 1).</param>
    /// <param name="eps">Added to the denominator, ≥ 0.</param>
    /// <param name="weight_decay">Pull towards zero, as a share of the parameter added to the gradient, ≥ 0.</param>
    /// <param name="amsgrad">Whether to divide by the largest running mean of the square so far.</param>
    /// <param name="maximize">Whether to go up the gradient.</param>
    public Adam(
        IEnumerable<Parameter> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1E-08,
        double weight_decay = 0, bool amsgrad = false, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, beta1, beta2, eps, weight_decay, amsgrad, maximize)
    {
    }

    /// <summary>Groups with settings of their own; what is null in these is taken from the others here.</summary>
    /// <param name="parameters">The groups.</param>
    /// <param name="lr">The learning rate, ≥ 0.</param>
    /// <param name="beta1">The factor of the running mean of the gradient, in [0, 1).</param>
    /// <param name="beta2">The factor of the running mean of its square, in [0, 1).</param>
    /// <param name="eps">Added to the denominator, ≥ 0.</param>
    /// <param name="weight_decay">Pull towards zero, as a share of the parameter added to the gradient, ≥ 0.</param>
    /// <param name="amsgrad">Whether to divide by the largest running mean of the square so far.</param>
    /// <param name="maximize">Whether to go up the gradient.</param>
    public Adam(
        IEnumerable<ParamGroup> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1E-08,
        double weight_decay = 0, bool amsgrad = false, bool maximize = false)
        : base(parameters, AdamOptions.Of<Options>(lr, beta1, beta2, eps, weight_decay, amsgrad, maximize), isDecoupled: false)
    {
    }

    private protected override OptimizerOptions NewOptions() => new Options();
}
