using System.Numerics;

namespace Repro.Engine.Kernels.Functions;

/// <summary>
/// The exponential function (rule 4), in binary64, from which every function of binary32 that needs it is rounded once.
/// 2ⁿ·eʳ with |r| ≤ ½ ln 2 and eʳ by its series to the ninth degree: relative error below 10⁻¹¹.
/// </summary>
internal static class Exponential
{
    private const double Log2E = 1.4426950408889634;
    private const double Ln2 = 0.6931471805599453;

    /// <summary>Adding it rounds to an integer, which then stands in the low bits.</summary>
    private const double Shifter = 6755399441055744.0;

    /// <summary>eˣ for |x| ≤ 200; larger ones are cut off there, far outside of what binary32 can tell apart.</summary>
    public static double Of(double x)
    {
        if (double.IsNaN(x))
        {
            return double.NaN;
        }

        x = x > 200 ? 200 : x;
        x = x < -200 ? -200 : x;
        var shifted = (x * Log2E) + Shifter;
        var n = shifted - Shifter;
        var r = x - (n * Ln2);
        var p = Series(r);
        return BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(p) + (BitConverter.DoubleToInt64Bits(shifted) << 52));
    }

    /// <summary>The same, operation by operation, on a vector.</summary>
    public static Vector<double> Of(Vector<double> x)
    {
        var limit = new Vector<double>(200);
        var cut = Vector.ConditionalSelect(Vector.GreaterThan(x, limit), limit, x);
        cut = Vector.ConditionalSelect(Vector.LessThan(cut, -limit), -limit, cut);
        var shifted = (cut * Log2E) + new Vector<double>(Shifter);
        var n = shifted - new Vector<double>(Shifter);
        var r = cut - (n * Ln2);
        var p = Series(r);
        var scaled = Vector.AsVectorDouble(Vector.AsVectorInt64(p) + Vector.ShiftLeft(Vector.AsVectorInt64(shifted), 52));
        return Vector.ConditionalSelect(Vector.Equals(x, x), scaled, new Vector<double>(double.NaN));
    }

    private static double Series(double r)
    {
        var p = 1.0 / 362880;
        p = (p * r) + (1.0 / 40320);
        p = (p * r) + (1.0 / 5040);
        p = (p * r) + (1.0 / 720);
        p = (p * r) + (1.0 / 120);
        p = (p * r) + (1.0 / 24);
        p = (p * r) + (1.0 / 6);
        p = (p * r) + 0.5;
        p = (p * r) + 1;
        return (p * r) + 1;
    }

    private static Vector<double> Series(Vector<double> r)
    {
        var p = new Vector<double>(1.0 / 362880);
        p = (p * r) + new Vector<double>(1.0 / 40320);
        p = (p * r) + new Vector<double>(1.0 / 5040);
        p = (p * r) + new Vector<double>(1.0 / 720);
        p = (p * r) + new Vector<double>(1.0 / 120);
        p = (p * r) + new Vector<double>(1.0 / 24);
        p = (p * r) + new Vector<double>(1.0 / 6);
        p = (p * r) + new Vector<double>(0.5);
        p = (p * r) + Vector<double>.One;
        return (p * r) + Vector<double>.One;
    }
}
