using TorchSharp.Modules;

namespace Repro.Engine.Optim.Options;

/// <summary>The settings that Adam and AdamW share; null takes the optimizer's.</summary>
public abstract class AdamOptions : OptimizerOptions
{
    /// <summary>The factor of the running mean of the gradient, in [0, 1).</summary>
    public double? beta1;

    /// <summary>The factor of the running mean of its square, in [0, 1).</summary>
    public double? beta2;

    /// <summary>Pull towards zero, ≥ 0.</summary>
    public double? weight_decay;

    /// <summary>Added to the denominator, ≥ 0.</summary>
    public double? eps;

    /// <summary>Whether to divide by the largest running mean of the square so far.</summary>
    public bool? amsgrad;

    /// <summary>Whether to go up the gradient.</summary>
    public bool? maximize;

    private protected AdamOptions()
    {
    }

    /// <summary>Settings that are all given.</summary>
    internal static TOptions Of<TOptions>(
        double lr, double beta1, double beta2, double eps, double weight_decay, bool amsgrad, bool maximize)
        where TOptions : AdamOptions, new() => new()
        {
            LearningRate = lr,
            beta1 = beta1,
            beta2 = beta2,
            eps = eps,
            weight_decay = weight_decay,
            amsgrad = amsgrad,
            maximize = maximize,
        };

    private protected override object?[] Values
    {
        get => [beta1, beta2, eps, weight_decay, amsgrad, maximize];
        set => (beta1, beta2, eps, weight_decay, amsgrad, maximize) =
            ((double?)value[0], (double?)value[1], (double?)value[2], (double?)value[3], (bool?)value[4], (bool?)value[5]);
    }

    internal override void Check(string optimizer)
    {
        base.Check(optimizer);
        Setting.Decay(optimizer, nameof(beta1), beta1);
        Setting.Decay(optimizer, nameof(beta2), beta2);
        Setting.NotNegative(optimizer, nameof(eps), eps);
        Setting.NotNegative(optimizer, nameof(weight_decay), weight_decay);
    }
}
