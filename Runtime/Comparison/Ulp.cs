namespace Repro.Runtime.Comparison;

/// <summary>Differences of float32 numbers in units of the last place.</summary>
public static class Ulp
{
    /// <summary>
    /// The number of float32 steps from one number to the other: 0 for the same bits and for −0 and 0, 1 for neighbours. It is <c>null</c>
    /// when one of them is not finite and the other has other bits.
    /// </summary>
    public static long? Distance(float left, float right)
    {
        if (float.IsFinite(left) && float.IsFinite(right))
        {
            return Math.Abs(Place(left) - Place(right));
        }

        return BitConverter.SingleToUInt32Bits(left) == BitConverter.SingleToUInt32Bits(right) ? 0 : null;
    }

    /// <summary>The distance from the magnitude of a finite <paramref name="value"/> to the next larger float32; 2⁻¹⁴⁹ for 0.</summary>
    public static double Of(float value) => (double)MathF.BitIncrement(MathF.Abs(value)) - MathF.Abs(value);

    // The number's place in the order of all float32 numbers.
    private static long Place(float value)
    {
        var bits = BitConverter.SingleToInt32Bits(value);
        return bits < 0 ? -(long)(bits & int.MaxValue) : bits;
    }
}
