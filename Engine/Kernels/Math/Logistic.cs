using System.Numerics;

namespace Repro.Engine.Kernels;

/// <summary>1 / (1 + e⁻ˣ) and ln(1 + eˣ) (rule 4), in binary64.</summary>
internal static class Logistic
{
    /// <summary>1 / (1 + e⁻ˣ); exactly 0 from −200 down, so that −∞ times it is not a number, as in PyTorch.</summary>
    public static double Of(double x) => x < -200 ? 0 : 1 / (1 + Exponential.Of(-x));

    /// <summary>The same, operation by operation, on a vector.</summary>
    public static Vector<double> Of(Vector<double> x)
    {
        var s = Vector<double>.One / (Vector<double>.One + Exponential.Of(-x));
        return Vector.ConditionalSelect(Vector.LessThan(x, new Vector<double>(-200)), Vector<double>.Zero, s);
    }

    /// <summary>ln(1 + eˣ), without overflow: max(x, 0) + ln(1 + exp(−|x|)).</summary>
    public static double Integral(double x) => (x > 0 ? x : 0) + Logarithm.OfOnePlus(Exponential.Of(-Math.Abs(x)));
}
