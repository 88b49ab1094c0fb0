using System.Numerics;
using System.Runtime.CompilerServices;
using TorchSharp.Modules;

namespace Repro.Engine.Optim;

/// <summary>
/// RMSProp: g += w·p, v = αv + (1 − α)g², d = g / (√v + ε), p −= lr·d. Centered, m = αm + (1 − α)g and the root is of v − m². With momentum,
/// b = μb + d and p −= lr·b.
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
    public float Apply(float weight, float gradient, ref float square, ref float buffer, ref float mean)
    {
        gradient *= sign;
        if (decays)
        {
            gradient += weight * decay;
        }

        square = (square * alpha) + (gradient * gradient * oneMinusAlpha);
        var variance = square;
        if (centered)
        {
            mean = (mean * alpha) + (gradient * oneMinusAlpha);
            variance = square - (mean * mean);
        }

        var change = gradient / (MathF.Sqrt(variance) + eps);
        if (hasMomentum)
        {
            change = buffer = (buffer * momentum) + change;
        }

        return weight - (change * rate);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<float> Apply(
        Vector<float> weight, Vector<float> gradient, ref Vector<float> square, ref Vector<float> buffer, ref Vector<float> mean)
    {
        gradient *= sign;
        if (decays)
        {
            gradient += weight * decay;
        }

        square = (square * alpha) + (gradient * gradient * oneMinusAlpha);
        var variance = square;
        if (centered)
        {
            mean = (mean * alpha) + (gradient * oneMinusAlpha);
            variance = square - (mean * mean);
        }

        var change = gradient / (Vector.SquareRoot(variance) + new Vector<float>(eps));
        if (hasMomentum)
        {
            change = buffer = (buffer * momentum) + change;
        }

        return weight - (change * rate);
    }
}
