using System.Runtime.CompilerServices;
using Repro.Engine.Kernels.Functions;
using Repro.Engine.Kernels.Lanes;

namespace Repro.Engine.Kernels.Elementwise;

/// <summary>ln(1 + exp(beta·x)) / beta, and x itself where beta·x is above the threshold.</summary>
internal readonly struct Softplus(float beta, float threshold) : IFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, ILanes<T>
    {
        var z = T.Of(beta) * x;
        var y = Logistic.Integral(z, T.Fused(T.Of(beta), x, -z)) / T.Of(beta);
        return T.WhereLess(T.Of(threshold), z, x, y);
    }
}

/// <summary>1 / (1 + exp(−beta·x)), and 1 where beta·x is above the threshold.</summary>
internal readonly struct SoftplusDerivative(float beta, float threshold) : IFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, ILanes<T>
    {
        var z = T.Of(beta) * x;
        return T.WhereLess(T.Of(threshold), z, T.Of(1), Logistic.Of(z));
    }
}
