using System.Runtime.CompilerServices;
using Repro.Engine.Kernels.Lanes;
using TorchSharp.Modules;

namespace Repro.Engine.Optim.Updates;

/// <summary>
/// RMSProp: g += w·p, v = αv + (1 − α)g², d = g / (√v + ε), p −= lr·d. Centered, m = αm + (1 − α)g and the root is of v − m². With
/// momentum, b = μb + d and p −= lr·b.
/// </summary>
internal readonly struct RmsPropRule(RMSProp.Options options) : IUpdateRule
{
    private readonly float sign = options.maximize == true ? -1 : 1;
    private readonly bool decays = options.weight_decay != 0;
    private readonly float decay = (float)options.weight_decay!.Value;
    private readonly float alpha = (float)options.alpha!.Value;
    private readonly float oneMinusAlpha = (float)(1 - options.alpha.Value);
    private readonly bool centered = options.centered == true;
    private readonly bool hasMomentum = options.momentum != 0;
    private readonly float momentum = (float)options.momentum!.Value;
    private readonly float eps = (float)options.eps!.Value;
    private readonly float rate = (float)options.LearningRate!.Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Apply<T>(T weight, T gradient, ref T square, ref T buffer, ref T mean)
        where T : struct, ILanes<T>
    {
        gradient *= T.Of(sign);
        if (decays)
        {
            gradient += weight * T.Of(decay);
        }

        square = (square * T.Of(alpha)) + (gradient * gradient * T.Of(oneMinusAlpha));
        var variance = square;
        if (centered)
        {
            mean = (mean * T.Of(alpha)) + (gradient * T.Of(oneMinusAlpha));
            variance = square - (mean * mean);
        }

        var change = gradient / (T.SquareRoot(variance) + T.Of(eps));
        if (hasMomentum)
        {
            change = buffer = (buffer * T.Of(momentum)) + change;
        }

        return weight - (change * T.Of(rate));
    }
}
