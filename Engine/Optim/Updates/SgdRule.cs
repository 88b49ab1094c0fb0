using System.Runtime.CompilerServices;
using Repro.Engine.Kernels.Lanes;
using TorchSharp.Modules;

namespace Repro.Engine.Optim.Updates;

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
    public T Apply<T>(T weight, T gradient, ref T buffer, ref T second, ref T third)
        where T : struct, ILanes<T>
    {
        gradient *= T.Of(sign);
        if (decays)
        {
            gradient += weight * T.Of(decay);
        }

        if (hasMomentum)
        {
            buffer = (buffer * T.Of(momentum)) + (gradient * T.Of(added));
            gradient = looksAhead ? gradient + (buffer * T.Of(momentum)) : buffer;
        }

        return weight - (gradient * T.Of(rate));
    }
}
