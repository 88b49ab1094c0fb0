namespace Repro.Runtime.Tracing;

/// <summary>Distances between float32 values.</summary>
internal static class Ulps
{
    /// <summary>How many float32 values lie between two, one of them counted; <c>null</c> when one is not a number. The two zeros are one apart.</summary>
    public static long? Between(float a, float b) =>
        float.IsNaN(a) || float.IsNaN(b) ? null : Math.Abs(Rank(a) - Rank(b));

    /// <summary>The place of a value in ascending order.</summary>
    private static long Rank(float value)
    {
        var bits = BitConverter.SingleToUInt32Bits(value);
        return (bits & 0x80000000) == 0 ? bits : -(long)(bits & 0x7FFFFFFF) - 1;
    }
}
