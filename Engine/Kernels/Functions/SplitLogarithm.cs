using System.Runtime.CompilerServices;
using Repro.Engine.Kernels.Lanes;

namespace Repro.Engine.Kernels.Functions;

/// <summary>
/// The natural logarithm in binary32 (rule 4), as a number and what its rounding left over: x = 2ᵉ·(1 + f) with 1 + f in [√½, √2), and
/// ln(1 + f) = f + f²·(f·P₈(f) − ½).
/// </summary>
internal static class SplitLogarithm
{
    private const float Ln2 = 0.693145752f;
    private const float Ln2Rest = 1.42860677e-6f;
    private const int BitsOfSqrtHalf = 0x3F3504F3;

    /// <summary>The f and the e of a number that is finite, normal and positive.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (T F, T E) Reduce<T>(T x)
        where T : struct, ILanes<T>
    {
        var e = T.ShiftRight(T.SubtractBits(x, T.Of(BitConverter.Int32BitsToSingle(BitsOfSqrtHalf))), 23);
        return (T.SubtractBits(x, T.ShiftLeft(e, 23)) - T.Of(1), T.FromInteger(e));
    }

    /// <summary>e·ln 2 + ln(1 + f) + tail = High + Low.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (T High, T Low) Of<T>(T f, T e, T tail)
        where T : struct, ILanes<T>
    {
        var p = T.Fused(T.Of(0.069155514f), f, T.Of(-0.11789857f));
        p = T.Fused(p, f, T.Of(0.118729167f));
        p = T.Fused(p, f, T.Of(-0.123843364f));
        p = T.Fused(p, f, T.Of(0.142186657f));
        p = T.Fused(p, f, T.Of(-0.166692525f));
        p = T.Fused(p, f, T.Of(0.200022265f));
        p = T.Fused(p, f, T.Of(-0.249999866f));
        p = T.Fused(p, f, T.Of(0.333333105f));
        p = T.Fused(p, f, T.Of(-0.5f));
        var whole = e * T.Of(Ln2);
        var high = whole + f;
        return (high, f - (high - whole) + T.Fused(f * f, p, T.Fused(e, T.Of(Ln2Rest), tail)));
    }
}
