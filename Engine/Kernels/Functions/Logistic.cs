using System.Runtime.CompilerServices;
using Repro.Engine.Kernels.Lanes;

namespace Repro.Engine.Kernels.Functions;

/// <summary>1 / (1 + e⁻ᶻ) in binary32 (rule 4): with E = exp(−|z|), E/(1 + E) for z &lt; 0 and 1/(1 + E) elsewhere.</summary>
internal static class Logistic
{
    /// <summary>From here on z is ln(1 + eᶻ), and x is x / (1 + e⁻ᶻ).</summary>
    public const float One = 20;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(T z)
        where T : struct, ILanes<T> => Of(z, Power(z));

    /// <summary>The same, from E.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(T z, (T High, T Low, T First, T Second) power)
        where T : struct, ILanes<T>
    {
        var (high, low, first, second) = Divide(z, power);
        return (high + low) * first * second;
    }

    /// <summary>The same, with a z of two parts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(T z, T tail)
        where T : struct, ILanes<T> => Of(z, Power(z, tail));

    /// <summary>x / (1 + e⁻ᶻ), with a z of two parts. −∞ times it is not a number, as in PyTorch.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Times<T>(T x, T z, T tail)
        where T : struct, ILanes<T>
    {
        var (high, low, first, second) = Divide(z, Power(z, tail));
        var product = x * high;
        var rest = T.Fused(x, low, T.Fused(x, high, -product));
        var y = (product + rest) * first * second;
        y = T.WhereLess(T.Of(One), z, x, y);
        return T.WhereLess(z, T.Of(SplitExponential.Lowest), x * T.Of(0), y);
    }

    /// <summary>ln(1 + eᶻ) with a z of two parts: max(z, 0) + ln(1 + E).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Integral<T>(T z, T tail)
        where T : struct, ILanes<T>
    {
        var (one, zero) = (T.Of(1), T.Of(0));
        var (high, low, first, second) = Power(z, tail);
        var scale = first * second;
        var (e, ofE) = (high * scale, low * scale);
        var sum = one + e;
        var ofSum = e - (sum - one) + ofE;

        // 1 + E is at most 2, so that its exponent is 0 or 1.
        var root = T.Of(1.41421354f);
        var f = T.WhereLess(root, sum, (sum * T.Of(0.5f)) - one, e);
        var ofF = T.WhereLess(root, sum, ofSum * T.Of(0.5f), ofE);
        var (logarithm, rest) = SplitLogarithm.Of(f, T.WhereLess(root, sum, one, zero), ofF * T.Fused(f, f - one, one));
        var positive = T.WhereLess(zero, z, z, zero);
        var total = positive + logarithm;
        var added = total - positive;
        var y = total + (rest + (positive - (total - added) + (logarithm - added)));
        y = T.WhereLess(z, T.Of(-18), high * first * second, y); // the next term is e²ᶻ/2
        return T.WhereLess(T.Of(One), z, z, y);
    }

    /// <summary>1 / (1 + e⁻ᶻ) = (High + Low)·First·Second.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (T High, T Low, T First, T Second) Divide<T>(T z, (T High, T Low, T First, T Second) power)
        where T : struct, ILanes<T>
    {
        var (one, zero) = (T.Of(1), T.Of(0));
        var (high, low, first, second) = power;
        var scale = first * second;
        var e = high * scale;
        var divisor = one + e;
        var ofDivisor = e - (divisor - one) + (low * scale);
        var dividend = T.WhereLess(z, zero, high, one);
        var ofDividend = T.WhereLess(z, zero, low, zero);
        var inverse = one / divisor;
        var quotient = dividend * inverse;
        var remainder = T.Fused(-quotient, ofDivisor, T.Fused(-quotient, divisor, dividend) + ofDividend);
        return (quotient, remainder * inverse, T.WhereLess(z, zero, first, one), T.WhereLess(z, zero, second, one));
    }

    /// <summary>E = (High + Low)·First·Second.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (T High, T Low, T First, T Second) Power<T>(T z)
        where T : struct, ILanes<T> => SplitExponential.Of(SplitExponential.CutBelow(-T.Absolute(z), SplitExponential.Lowest));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (T High, T Low, T First, T Second) Power<T>(T z, T tail)
        where T : struct, ILanes<T>
    {
        var power = Power(z);
        power.Low = T.Fused(power.High, T.WhereLess(z, T.Of(0), tail, -tail), power.Low);
        return power;
    }
}
