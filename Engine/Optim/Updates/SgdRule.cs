using System.Numerics;
using System.Runtime.CompilerServices;
using TorchSharp.Modules;

namespace Repro.Engine.Optim;

/// <summary>
/// Gradient descent: g += w·p, b = μb + (1 − dampening)g, p −= lr·b; with Nesterov's momentum p −= lr·(g + μb). The first gradient is the
/// first b, not dampened.
/// </summary>
internal readonly struct SgdRule(SGD.Options options, bool isFirst) : IUpdateRule
{
    private readonly float sign = options.maximize == true ? -1 : 1;
    private readonly bool decays = options.weight_decay != 0;
    private readonly float decay = (float)options.weight_decay!.Value;
    private readonly bool hasMomentum = options.momentum != 0;
    private readonly float momentum = (float)options.momentum!.Value;
    private readonly float added = isFirst ? 1 : (float)(1 - options.dampening!.Value);
    private readonly bool looksAhead = options.nesterov == true;
    private readonly float rate = (float)options.LearningRate!.Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Apply(float weight, float gradient, ref float buffer, ref float second, ref float third)
    {
        gradient *= sign;
        if (decays)
        {
            gradient += weight * decay;
        }

        if (hasMomentum)
        {
            buffer = (buffer * momentum) + (gradient * added);
            gradient = looksAhead ? gradient + (buffer * momentum) : buffer;
        }

        return weight - (gradient * rate);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<float> Apply(
        Vector<float> weight, Vector<float> gradient, ref Vector<float> buffer, ref Vector<float> second, ref Vector<float> third)
    {
        gradient *= sign;
        if (decays)
        {
            gradient += weight * decay;
        }

        if (hasMomentum)
        {
            buffer = (buffer * momentum) + (gradient * added);
            gradient = looksAhead ? gradient + (buffer * momentum) : buffer;
        }

        return weight - (gradient * rate);
    }
}
