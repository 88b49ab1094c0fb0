namespace Repro.Engine.Kernels.Functions;

/// <summary>
/// The natural logarithm (rule 4), in binary64: x = 2ᵉ·m with m in [√½, √2), and ln m = 2 artanh((m − 1)/(m + 1)) by its series.
/// Relative error below 10⁻¹³.
/// </summary>
internal static class Logarithm
{
    private const double Ln2 = 0.6931471805599453;
    private const long BitsOfSqrtHalf = 0x3FE6A09E667F3BCD;

    public static float Of(float x) => (float)Of((double)x);

    /// <summary>ln(1 + x), by the series where 1 + x would lose the digits of x.</summary>
    public static double OfOnePlus(double x) => Math.Abs(x) < 0.25 ? Series(x / (2 + x)) : Of(1 + x);

    public static double Of(double x)
    {
        if (double.IsNaN(x) || x < 0)
        {
            return double.NaN;
        }

        if (x == 0)
        {
            return double.NegativeInfinity;
        }

        if (double.IsPositiveInfinity(x))
        {
            return x;
        }

        var bits = BitConverter.DoubleToInt64Bits(x);
        var exponent = (bits - BitsOfSqrtHalf) >> 52;
        var m = BitConverter.Int64BitsToDouble(bits - (exponent << 52));
        return (exponent * Ln2) + Series((m - 1) / (m + 1));
    }

    /// <summary>2 artanh s.</summary>
    private static double Series(double s)
    {
        var t = s * s;
        var p = 2.0 / 17;
        p = (p * t) + (2.0 / 15);
        p = (p * t) + (2.0 / 13);
        p = (p * t) + (2.0 / 11);
        p = (p * t) + (2.0 / 9);
        p = (p * t) + (2.0 / 7);
        p = (p * t) + (2.0 / 5);
        p = (p * t) + (2.0 / 3);
        p = (p * t) + 2;
        return p * s;
    }
}
