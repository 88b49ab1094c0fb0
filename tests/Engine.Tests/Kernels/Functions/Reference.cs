namespace Repro.Engine.Tests.Kernels;

/// <summary>
/// Functions that System.Math has not, in binary64, written another way than the engine's; relative error below 10⁻¹⁴ for |x| ≤ 10.
/// </summary>
internal static class Reference
{
    /// <summary>Near 0 exp(−x²)·2/√π·(x + 2x³/3 + 4x⁵/15 + …), whose terms are all of one sign.</summary>
    public static double Erf(double x)
    {
        if (Math.Abs(x) >= 1)
        {
            return Math.CopySign(1 - ErfComplement(Math.Abs(x)), x);
        }

        var (sum, term) = (0.0, x);
        for (var n = 1; Math.Abs(term) > 1e-20 * Math.Abs(sum); n++)
        {
            sum += term;
            term *= 2 * x * x / ((2 * n) + 1);
        }

        return 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x) * sum;
    }

    /// <summary>1 − erf(x); from 1 on by its continued fraction, of which exp(−2x√(2n)) is left after n steps.</summary>
    public static double ErfComplement(double x)
    {
        if (x < 1)
        {
            return 1 - Erf(x);
        }

        if (x > 28)
        {
            return 0;
        }

        var tail = x;
        for (var n = 10 + (int)(200 / (x * x)); n > 0; n--)
        {
            tail = x + (n / 2.0 / tail);
        }

        return Math.Exp(-x * x) / (Math.Sqrt(Math.PI) * tail);
    }

    /// <summary>eˣ − 1 with the correction of the rounding of eˣ (Kahan).</summary>
    public static double ExpMinusOne(double x)
    {
        var u = Math.Exp(x);
        return u == 1 ? x : double.IsInfinity(u) || u - 1 == -1 ? u - 1 : (u - 1) * x / Math.Log(u);
    }

    /// <summary>ln(1 + x) with the correction of the rounding of 1 + x (Kahan).</summary>
    public static double LogOfOnePlus(double x)
    {
        var u = 1 + x;
        return u == 1 ? x : double.IsInfinity(u) || u <= 0 ? Math.Log(u) : Math.Log(u) * x / (u - 1);
    }
}
