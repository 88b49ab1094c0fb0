using System.Numerics;

namespace Repro.Engine.Kernels;

/// <summary>eˣ − 1 (rule 4), in binary64: by its series to the twelfth degree where the difference would cancel. Relative error below 10⁻¹⁰.</summary>
internal static class ExponentialMinusOne
{
    private const double SeriesBelow = 0.35;

    public static double Of(double x) => Math.Abs(x) < SeriesBelow ? Series(x) : Exponential.Of(x) - 1;

    /// <summary>The same, operation by operation, on a vector.</summary>
    public static Vector<double> Of(Vector<double> x) => Vector.ConditionalSelect(
        Vector.LessThan(Vector.Abs(x), new Vector<double>(SeriesBelow)), Series(x), Exponential.Of(x) - Vector<double>.One);

    private static double Series(double x)
    {
        var p = 1.0 / 479001600;
        p = (p * x) + (1.0 / 39916800);
        p = (p * x) + (1.0 / 3628800);
        p = (p * x) + (1.0 / 362880);
        p = (p * x) + (1.0 / 40320);
        p = (p * x) + (1.0 / 5040);
        p = (p * x) + (1.0 / 720);
        p = (p * x) + (1.0 / 120);
        p = (p * x) + (1.0 / 24);
        p = (p * x) + (1.0 / 6);
        p = (p * x) + 0.5;
        return x + (x * x * p);
    }

    private static Vector<double> Series(Vector<double> x)
    {
        var p = new Vector<double>(1.0 / 479001600);
        p = (p * x) + new Vector<double>(1.0 / 39916800);
        p = (p * x) + new Vector<double>(1.0 / 3628800);
        p = (p * x) + new Vector<double>(1.0 / 362880);
        p = (p * x) + new Vector<double>(1.0 / 40320);
        p = (p * x) + new Vector<double>(1.0 / 5040);
        p = (p * x) + new Vector<double>(1.0 / 720);
        p = (p * x) + new Vector<double>(1.0 / 120);
        p = (p * x) + new Vector<double>(1.0 / 24);
        p = (p * x) + new Vector<double>(1.0 / 6);
        p = (p * x) + new Vector<double>(0.5);
        return x + (x * x * p);
    }
}
