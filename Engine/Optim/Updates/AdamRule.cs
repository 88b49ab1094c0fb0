using System.Runtime.CompilerServices;
using Repro.Engine.Kernels.Lanes;
using Repro.Engine.Optim.Options;

namespace Repro.Engine.Optim.Updates;

/// <summary>
/// Adam and AdamW: m = β₁m + (1 − β₁)g, v = β₂v + (1 − β₂)g², p −= m / (√v / √(1 − β₂ᵗ) + ε) · lr / (1 − β₁ᵗ). Weight decay w is g += w·p
/// in Adam, and p *= 1 − lr·w before the step in AdamW. AMSGrad divides by the largest v so far.
/// </summary>
internal readonly struct AdamRule(AdamOptions options, bool decoupled, double beta1Power, double beta2Power) : IUpdateRule
{
    private readonly float sign = options.maximize == true ? -1 : 1;
    private readonly bool decays = options.weight_decay != 0 && !decoupled;
    private readonly float decay = (float)options.weight_decay!.Value;
    private readonly bool shrinks = options.weight_decay != 0 && decoupled;
    private readonly float shrink = (float)(1 - (options.LearningRate!.Value * options.weight_decay.Value));
    private readonly bool bounded = options.amsgrad == true;
    private readonly float beta1 = (float)options.beta1!.Value;
    private readonly float beta2 = (float)options.beta2!.Value;
    private readonly float oneMinusBeta1 = (float)(1 - options.beta1.Value);
    private readonly float oneMinusBeta2 = (float)(1 - options.beta2.Value);
    private readonly float eps = (float)options.eps!.Value;
    private readonly float stepSize = (float)(options.LearningRate.Value / (1 - beta1Power));
    private readonly float rootOfCorrection = (float)Math.Sqrt(1 - beta2Power);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Apply<T>(T weight, T gradient, ref T mean, ref T square, ref T largest)
        where T : struct, ILanes<T>
    {
        gradient *= T.Of(sign);
        if (decays)
        {
            gradient += weight * T.Of(decay);
        }

        if (shrinks)
        {
            weight *= T.Of(shrink);
        }

        mean = (mean * T.Of(beta1)) + (gradient * T.Of(oneMinusBeta1));
        square = (square * T.Of(beta2)) + (gradient * gradient * T.Of(oneMinusBeta2));
        var bound = square;
        if (bounded)
        {
            bound = largest = T.WhereLess(square, largest, largest, square);
        }

        var denominator = (T.SquareRoot(bound) / T.Of(rootOfCorrection)) + T.Of(eps);
        return weight - (mean / denominator * T.Of(stepSize));
    }
}
