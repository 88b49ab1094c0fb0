using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Repro.Engine.Kernels.Products;

/// <summary>The fused multiply-add of binary32: a·b + c, rounded once.</summary>
internal static class Fused
{
    private const long HalfUlpOfSingle = 1L << 28;
    private const long BitsBelowSingle = (1L << 29) - 1;
    private const double SmallestNormalSingle = 1.1754943508222875e-38;

    /// <summary>Whether the processor has the instruction.</summary>
    public static bool IsHardware => Fma.IsSupported || AdvSimd.IsSupported;

    public static float MultiplyAdd(float a, float b, float c) =>
        IsHardware ? MathF.FusedMultiplyAdd(a, b, c) : InDouble(a, b, c);

    /// <summary>
    /// The same without the instruction. The product is exact in binary64, and so is nearly always the second rounding of the sum: only a
    /// sum that ended up halfway between two binary32, or among the subnormals, has to know on which side the exact one lies.
    /// </summary>
    internal static float InDouble(float a, float b, float c)
    {
        var product = (double)a * b;
        var sum = product + c;
        var bits = BitConverter.DoubleToInt64Bits(sum);
        return (bits & BitsBelowSingle) != HalfUlpOfSingle && !(Math.Abs(sum) < SmallestNormalSingle)
            ? (float)sum
            : (float)RoundedToOdd(product, c, sum);
    }

    /// <summary>The sum with its last bit set when it is not exact, so that rounding it again is rounding once.</summary>
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
