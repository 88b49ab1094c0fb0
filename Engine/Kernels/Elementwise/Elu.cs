using System.Runtime.CompilerServices;
using Repro.Engine.Kernels.Functions;
using Repro.Engine.Kernels.Lanes;

namespace Repro.Engine.Kernels.Elementwise;

/// <summary>alpha·(eˣ − 1) up to 0, x above.</summary>
internal readonly struct Elu(float alpha) : IFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, ILanes<T>
    {
        var (high, low) = SplitExponential.HalfMinusOne(SplitExponential.Cut(x, -40));
        var size = T.Absolute(x);
        high = T.WhereLess(size, T.Of(Expm1.Tiny), x, high + high);
        low = T.WhereLess(size, T.Of(Expm1.Tiny), T.Of(0), low + low);
        var product = T.Of(alpha) * high;
        var y = product + T.Fused(T.Of(alpha), low, T.Fused(T.Of(alpha), high, -product));
        return T.WhereLess(T.Of(0), x, x, y);
    }
}

/// <summary>alpha·eˣ up to 0, 1 elsewhere (where x is not a number, too, as in PyTorch).</summary>
internal readonly struct EluDerivative(float alpha) : IFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, ILanes<T>
    {
        var y = T.Of(alpha) * default(Exp).Of(x);
        return T.WhereLess(x, T.Of(0), y, T.WhereEqual(x, T.Of(0), T.Of(alpha), T.Of(1)));
    }
}
