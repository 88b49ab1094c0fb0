using System.Runtime.CompilerServices;
using Repro.Engine.Kernels.Functions;
using Repro.Engine.Kernels.Lanes;

namespace Repro.Engine.Kernels.Elementwise;

/// <summary>eˣ.</summary>
internal readonly struct Exp : IFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, ILanes<T>
    {
        var (high, _, first, second) = SplitExponential.Of(SplitExponential.Cut(x, SplitExponential.Lowest));
        return high * first * second;
    }
}

/// <summary>eˣ − 1.</summary>
internal readonly struct Expm1 : IFunction
{
    /// <summary>Up to here x is eˣ − 1.</summary>
    public const float Tiny = 2.98023224e-8f;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, ILanes<T>
    {
        var (high, _) = SplitExponential.HalfMinusOne(SplitExponential.Cut(x, -40));
        return T.WhereLess(T.Absolute(x), T.Of(Tiny), x, high + high);
    }
}

/// <summary>ln x.</summary>
internal readonly struct Log : IFunction
{
    private const float SmallestNormal = 1.17549435e-38f;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, ILanes<T>
    {
        var (normal, zero, infinite) = (T.Of(SmallestNormal), T.Of(0), T.Of(float.PositiveInfinity));
        var (f, e) = SplitLogarithm.Reduce(T.WhereLess(x, normal, x * T.Of(1 << 23), x));
        var (high, low) = SplitLogarithm.Of(f, e - T.WhereLess(x, normal, T.Of(23), zero), zero);
        var y = T.WhereEqual(x, infinite, x, high + low);
        return T.WhereLess(zero, x, y, T.WhereEqual(x, zero, -infinite, T.Of(float.NaN)));
    }
}

/// <summary>ln(1 + x).</summary>
internal readonly struct Log1p : IFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, ILanes<T>
    {
        var (one, zero, infinite) = (T.Of(1), T.Of(0), T.Of(float.PositiveInfinity));
        var sum = one + x;
        var added = sum - one;
        var ofSum = one - (sum - added) + (x - added);
        var (f, e) = SplitLogarithm.Reduce(sum);
        var (high, low) = SplitLogarithm.Of(T.WhereEqual(e, zero, x, f), e, T.WhereEqual(e, zero, zero, ofSum / sum));
        var y = T.WhereLess(T.Absolute(x), T.Of(Expm1.Tiny), x, high + low);
        y = T.WhereEqual(x, infinite, x, y);
        return T.WhereLess(zero, sum, y, T.WhereEqual(sum, zero, -infinite, T.Of(float.NaN)));
    }
}

/// <summary>1 / (1 + x).</summary>
internal readonly struct Log1pDerivative : IFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, ILanes<T> => T.Of(1) / (T.Of(1) + x);
}

/// <summary>1 / (1 + e⁻ˣ).</summary>
internal readonly struct Sigmoid : IStagedFunction
{
    public static int StateSize => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, ILanes<T> => Logistic.Of(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe void Begin<T>(T x, T* state)
        where T : unmanaged, ILanes<T> => (state[0], state[1], state[2], state[3]) = Logistic.Power(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe T End<T>(T x, T* state)
        where T : unmanaged, ILanes<T> => Logistic.Of(x, (state[0], state[1], state[2], state[3]));
}

/// <summary>With m = exp(−2|x|) − 1, −m / (2 + m) with the sign of x.</summary>
internal readonly struct Tanh : IStagedFunction
{
    public static int StateSize => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, ILanes<T> => Divide(x, HalfMinusOne(x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe void Begin<T>(T x, T* state)
        where T : unmanaged, ILanes<T> => (state[0], state[1]) = HalfMinusOne(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe T End<T>(T x, T* state)
        where T : unmanaged, ILanes<T> => Divide(x, (state[0], state[1]));

    /// <summary>m/2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (T High, T Low) HalfMinusOne<T>(T x)
        where T : struct, ILanes<T> => SplitExponential.HalfMinusOne(SplitExponential.CutBelow(T.Of(-2) * T.Absolute(x), -40));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Divide<T>(T x, (T High, T Low) half)
        where T : struct, ILanes<T>
    {
        var (high, low) = half;
        var one = T.Of(1);
        var divisor = one + high;
        var ofDivisor = high - (divisor - one) + low;
        var inverse = one / divisor;
        var quotient = -high * inverse;
        var remainder = T.Fused(-quotient, ofDivisor, T.Fused(-quotient, divisor, -high) - low);
        return T.WithSign(T.Fused(remainder, inverse, quotient), x);
    }
}

/// <summary>x·ln x, and 0 at 0.</summary>
internal readonly struct XLogX : IFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, ILanes<T> => T.WhereEqual(x, T.Of(0), T.Of(0), x * default(Log).Of(x));
}

/// <summary>x / x + ln x: not a number at 0 and at infinity, as PyTorch has it.</summary>
internal readonly struct XLogXDerivative : IFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, ILanes<T> => (x / x) + default(Log).Of(x);
}
