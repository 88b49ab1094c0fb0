using System.Numerics;

namespace Repro.Engine.Kernels.Functions;

/// <summary>
/// The error function and its complement (rule 4), in binary64. Near zero erf by its series; elsewhere
/// erfc(x) = exp(−x²)·P((x − 3)/(x + 3))/(x + 3) with P the Chebyshev interpolant of degree 16 on x ≥ ½. Relative error below 10⁻¹⁰.
/// </summary>
internal static class ErrorFunction
{
    private const double TwoOverRootPi = 1.1283791670955126;
    private const double SeriesBelow = 0.5;

    /// <summary>From here on erfc is 0 in binary32, also when it multiplies the largest number.</summary>
    private const double Vanishes = 16;

    private static readonly double[] P =
    [
        -3.7423128350301277e-07, 5.948325476444372e-07, 2.8083911053259627e-06, -4.395805965859891e-06, -1.753585647542571e-05,
        3.0219026160958125e-05, 0.00010759478139059519, -0.00027672268318390113, -0.0005483177354822735, 0.0030340518174377168,
        -0.0012124157352646897, -0.02682723358151469, 0.11952776125532036, -0.31046726194999114, 0.5902283571036909,
        -0.8833944531691942, 1.0740069070883498,
    ];

    /// <summary>2/√π · ∫₀ˣ exp(−t²) dt.</summary>
    public static double Of(double x) => Math.Abs(x) < SeriesBelow ? Series(x) : x < 0 ? Tail(-x) - 1 : 1 - Tail(x);

    /// <summary>1 − erf(x), without its cancellation.</summary>
    public static double Complement(double x) => Math.Abs(x) < SeriesBelow ? 1 - Series(x) : x < 0 ? 2 - Tail(-x) : Tail(x);

    /// <summary>The same as <see cref="Of(double)"/>, operation by operation, on a vector.</summary>
    public static Vector<double> Of(Vector<double> x)
    {
        var (one, tail) = (Vector<double>.One, Tail(Vector.Abs(x)));
        var far = Vector.ConditionalSelect(Vector.LessThan(x, Vector<double>.Zero), tail - one, one - tail);
        return Vector.ConditionalSelect(Vector.LessThan(Vector.Abs(x), new Vector<double>(SeriesBelow)), Series(x), far);
    }

    /// <summary>The same as <see cref="Complement(double)"/>, operation by operation, on a vector.</summary>
    public static Vector<double> Complement(Vector<double> x)
    {
        var tail = Tail(Vector.Abs(x));
        var far = Vector.ConditionalSelect(Vector.LessThan(x, Vector<double>.Zero), new Vector<double>(2) - tail, tail);
        return Vector.ConditionalSelect(
            Vector.LessThan(Vector.Abs(x), new Vector<double>(SeriesBelow)), Vector<double>.One - Series(x), far);
    }

    private static double Tail(double x)
    {
        if (x >= Vanishes)
        {
            return 0;
        }

        var t = (x - 3) / (x + 3);
        var p = P[0];
        for (var i = 1; i < P.Length; i++)
        {
            p = (p * t) + P[i];
        }

        return Exponential.Of(-x * x) * p / (x + 3);
    }

    private static Vector<double> Tail(Vector<double> x)
    {
        var three = new Vector<double>(3);
        var t = (x - three) / (x + three);
        var p = new Vector<double>(P[0]);
        for (var i = 1; i < P.Length; i++)
        {
            p = (p * t) + new Vector<double>(P[i]);
        }

        var tail = Exponential.Of(-x * x) * p / (x + three);
        return Vector.ConditionalSelect(Vector.GreaterThanOrEqual(x, new Vector<double>(Vanishes)), Vector<double>.Zero, tail);
    }

    private static double Series(double x)
    {
        var t = x * x;
        var p = -1.0 / 6894720;
        p = (p * t) + (1.0 / 685440);
        p = (p * t) - (1.0 / 75600);
        p = (p * t) + (1.0 / 9360);
        p = (p * t) - (1.0 / 1320);
        p = (p * t) + (1.0 / 216);
        p = (p * t) - (1.0 / 42);
        p = (p * t) + (1.0 / 10);
        p = (p * t) - (1.0 / 3);
        return TwoOverRootPi * (x + (x * t * p));
    }

    private static Vector<double> Series(Vector<double> x)
    {
        var t = x * x;
        var p = new Vector<double>(-1.0 / 6894720);
        p = (p * t) + new Vector<double>(1.0 / 685440);
        p = (p * t) - new Vector<double>(1.0 / 75600);
        p = (p * t) + new Vector<double>(1.0 / 9360);
        p = (p * t) - new Vector<double>(1.0 / 1320);
        p = (p * t) + new Vector<double>(1.0 / 216);
        p = (p * t) - new Vector<double>(1.0 / 42);
        p = (p * t) + new Vector<double>(1.0 / 10);
        p = (p * t) - new Vector<double>(1.0 / 3);
        return new Vector<double>(TwoOverRootPi) * (x + (x * t * p));
    }
}
