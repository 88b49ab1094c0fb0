using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Repro.Engine.Kernels.Lanes;

/// <summary>The fused multiply-add of binary32: a·b + c, rounded once.</summary>
internal static class Fused
{
    private const long HalfUlpOfSingle = 1L << 28;
    private const long BitsBelowSingle = (1L << 29) - 1;
    private const double SmallestNormalSingle = 1.1754943508222875e-38;

    /// <summary>Whether the processor has the instruction.</summary>
    public static bool IsHardware => Fma.IsSupported || AdvSimd.IsSupported;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float MultiplyAdd(float a, float b, float c) =>
        IsHardware ? MathF.FusedMultiplyAdd(a, b, c) : InDouble(a, b, c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> MultiplyAdd(Vector<float> a, Vector<float> b, Vector<float> c) =>
        IsHardware ? Vector.FusedMultiplyAdd(a, b, c) : InDouble(a, b, c);

    /// <summary>
    /// The same without the instruction. The product is exact in binary64. Rounding the sum twice is nearly always the same as rounding it
    /// once. It can differ only if the sum is halfway between two binary32 numbers or is subnormal; then the direction of the first error
    /// decides.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static float InDouble(float a, float b, float c)
    {
        var product = (double)a * b;
        var sum = product + c;
        var halfway = (BitConverter.DoubleToInt64Bits(sum) & BitsBelowSingle) == HalfUlpOfSingle;
        return halfway || (Math.Abs(sum) < SmallestNormalSingle && sum != 0)
            ? (float)RoundedToOdd(product, c, sum)
            : (float)sum;
    }

    /// <summary>The same for four at once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<float> InDouble(Vector128<float> a, Vector128<float> b, Vector128<float> c)
    {
        var (aLow, aHigh) = Vector128.Widen(a);
        var (bLow, bHigh) = Vector128.Widen(b);
        var (cLow, cHigh) = Vector128.Widen(c);
        var low = (aLow * bLow) + cLow;
        var high = (aHigh * bHigh) + cHigh;
        return IsDoubtful(low) || IsDoubtful(high) ? OneByOne(a, b, c) : Vector128.Narrow(low, high);
    }

    private static Vector<float> InDouble(Vector<float> a, Vector<float> b, Vector<float> c)
    {
        if (Vector<float>.Count == Vector128<float>.Count)
        {
            return InDouble(a.AsVector128(), b.AsVector128(), c.AsVector128()).AsVector();
        }

        Span<float> lanes = stackalloc float[Vector<float>.Count];
        for (var lane = 0; lane < lanes.Length; lane++)
        {
            lanes[lane] = InDouble(a[lane], b[lane], c[lane]);
        }

        return new Vector<float>(lanes);
    }

    private static bool IsDoubtful(Vector128<double> sum)
    {
        var halfway = Vector128.Equals(sum.AsInt64() & Vector128.Create(BitsBelowSingle), Vector128.Create(HalfUlpOfSingle));
        var subnormal = Vector128.LessThan(Vector128.Abs(sum), Vector128.Create(SmallestNormalSingle))
            & ~Vector128.Equals(sum, Vector128<double>.Zero);
        return (halfway | subnormal.AsInt64()) != Vector128<long>.Zero;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector128<float> OneByOne(Vector128<float> a, Vector128<float> b, Vector128<float> c) => Vector128.Create(
        InDouble(a[0], b[0], c[0]), InDouble(a[1], b[1], c[1]), InDouble(a[2], b[2], c[2]), InDouble(a[3], b[3], c[3]));

    /// <summary>The sum with its last bit set when it is not exact, so that rounding it again is rounding once.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double RoundedToOdd(double x, double y, double sum)
    {
        var z = sum - x;
        var error = (x - (sum - z)) + (y - z);
        var bits = BitConverter.DoubleToInt64Bits(sum);
        if (error == 0 || double.IsNaN(error) || (bits & 1) == 1)
        {
            return sum;
        }

        return BitConverter.Int64BitsToDouble(error > 0 == sum > 0 ? bits + 1 : bits - 1);
    }
}
