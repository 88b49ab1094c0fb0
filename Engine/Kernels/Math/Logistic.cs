namespace Repro.Engine.Kernels;

/// <summary>1 / (1 + e⁻ˣ) and ln(1 + eˣ) (rule 4), in binary64.</summary>
internal static class Logistic
{
    /// <summary>1 / (1 + e⁻ˣ); exactly 0 from −200 down, so that −∞ times it is not a number, as in PyTorch.</summary>
    public static double Of(double x) => x < -200 ? 0 : 1 / (1 + Exponential.Of(-x));

    /// <summary>ln(1 + eˣ), without overflow: max(x, 0) + ln(1 + exp(−|x|)).</summary>
    public static double Integral(double x) => (x > 0 ? x : 0) + Logarithm.OfOnePlus(Exponential.Of(-Math.Abs(x)));
}
