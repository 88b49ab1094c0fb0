using System.Runtime.CompilerServices;
using Repro.Engine.Kernels.Lanes;

namespace Repro.Engine.Kernels.Functions;

/// <summary>
/// eˣ in binary32 (rule 4), as a number and what its rounding left over: x = n·ln 2 + r, and eʳ = 1 + r + r²·P₅(r). Its functions keep both
/// parts up to their last rounding.
/// </summary>
internal static class SplitExponential
{
    /// <summary>Below, eˣ is 0 in binary32, also when it multiplies 110.</summary>
    public const float Lowest = -110;

    /// <summary>Above, eˣ is infinite in binary32.</summary>
    public const float Highest = 89;

    private const float Log2E = 1.44269504f;

    /// <summary>The first 15 bits of ln 2: their product with n is exact.</summary>
    private const float Ln2 = 0.693145752f;
    private const float Ln2Rest = 1.42860677e-6f;

    /// <summary>Adding it rounds to an integer, which then stands in the low bits, with twice the bias of an exponent.</summary>
    private const float Shifter = 12582912 + (2 * 127);

    /// <summary>x within [lowest, <see cref="Highest"/>]; not-a-number stays.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Cut<T>(T x, float lowest)
        where T : struct, ILanes<T>
    {
        x = T.WhereLess(T.Of(Highest), x, T.Of(Highest), x);
        return CutBelow(x, lowest);
    }

    /// <summary>x not below <paramref name="lowest"/>; not-a-number stays.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T CutBelow<T>(T x, float lowest)
        where T : struct, ILanes<T> => T.WhereLess(x, T.Of(lowest), T.Of(lowest), x);

    /// <summary>
    /// eˣ = (High + Low)·First·Second, of which First and Second are powers of two; x within [<see cref="Lowest"/>, <see cref="Highest"/>].
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (T High, T Low, T First, T Second) Of<T>(T x)
        where T : struct, ILanes<T>
    {
        var (r, rest, shifted) = Reduce(x);
        var one = T.Of(1) + r;
        var low = r - (one - T.Of(1)) + rest;
        var high = one + low;
        var half = T.ShiftRight(shifted, 1);
        return (high, low - (high - one), T.ShiftLeft(half, 23), T.ShiftLeft(T.SubtractBits(shifted, half), 23));
    }

    /// <summary>
    /// (eˣ − 1)/2 = High + Low, for x within [−40, <see cref="Highest"/>]; half of it, so that nothing overflows on the way.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (T High, T Low) HalfMinusOne<T>(T x)
        where T : struct, ILanes<T>
    {
        var (r, rest, shifted) = Reduce(x);
        var power = T.ShiftLeft(T.SubtractBits(shifted, FromBits<T>(128)), 23); // 2ⁿ/2
        var half = T.Of(0.5f);
        var c = power - half;
        var ofC = power - (c + half) + (power - c - half); // of the two, the one that is not exact says what c lost
        var scaled = power * r;
        var sum = c + scaled;
        var low = T.Fused(power, rest, scaled - (sum - c) + ofC);
        var high = sum + low;
        return (high, low - (high - sum));
    }

    /// <summary>The r and the tail of eʳ = 1 + r + tail, and n as it was shifted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (T R, T Tail, T Shifted) Reduce<T>(T x)
        where T : struct, ILanes<T>
    {
        var shifted = T.Fused(x, T.Of(Log2E), T.Of(Shifter));
        var n = shifted - T.Of(Shifter);
        var first = T.Fused(n, T.Of(-Ln2), x);
        var r = T.Fused(n, T.Of(-Ln2Rest), first);
        var ofR = T.Fused(n, T.Of(-Ln2Rest), first - r);
        var p = T.Fused(T.Of(0.00019914181f), r, T.Of(0.0013940997f));
        p = T.Fused(p, r, T.Of(0.0083332733f));
        p = T.Fused(p, r, T.Of(0.041666355f));
        p = T.Fused(p, r, T.Of(0.16666667f));
        p = T.Fused(p, r, T.Of(0.5f));
        return (r, T.Fused(r * r, p, ofR), shifted);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T FromBits<T>(int bits)
        where T : struct, ILanes<T> => T.Of(BitConverter.Int32BitsToSingle(bits));
}
