using System.Runtime.CompilerServices;
using Repro.Engine.Kernels.Functions;
using Repro.Engine.Kernels.Lanes;

namespace Repro.Engine.Kernels.Elementwise;

/// <summary>x / (1 + e⁻ˣ).</summary>
internal readonly struct Silu : IFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, ILanes<T> => Logistic.Times(x, x, T.Of(0));
}

/// <summary>s·(1 + x·(1 − s)), s being 1 / (1 + e⁻ˣ), and 1 − s by the same function of −x.</summary>
internal readonly struct SiluDerivative : IFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, ILanes<T>
    {
        var (s, rest) = (Logistic.Of(x), Logistic.Of(-x));
        return s * (T.Of(1) + (x * rest));
    }
}
