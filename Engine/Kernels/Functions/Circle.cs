namespace Repro.Engine.Kernels.Functions;

/// <summary>Sine and cosine (rule 4) of angles of at most a few turns, as the normal distribution needs them, in binary64.</summary>
internal static class Circle
{
    private const double TwoOverPi = 0.6366197723675814;
    private const double HalfPi = 1.5707963267948966;
    private const double HalfPiRest = 6.123233995736766e-17;

    /// <summary>(sin, cos) of an angle in radians, |angle| ≤ 1000.</summary>
    public static (double Sin, double Cos) SinCos(double angle)
    {
        var quarter = Math.Round(angle * TwoOverPi);
        var r = (angle - (quarter * HalfPi)) - (quarter * HalfPiRest);
        var t = r * r;
        var (sin, cos) = (Sin(r, t), Cos(t));
        return ((int)quarter & 3) switch
        {
            0 => (sin, cos),
            1 => (cos, -sin),
            2 => (-sin, -cos),
            _ => (-cos, sin),
        };
    }

    private static double Sin(double r, double t)
    {
        var p = 1.0 / 6227020800;
        p = (p * t) - (1.0 / 39916800);
        p = (p * t) + (1.0 / 362880);
        p = (p * t) - (1.0 / 5040);
        p = (p * t) + (1.0 / 120);
        p = (p * t) - (1.0 / 6);
        return r + (r * t * p);
    }

    private static double Cos(double t)
    {
        var p = 1.0 / 479001600;
        p = (p * t) - (1.0 / 3628800);
        p = (p * t) + (1.0 / 40320);
        p = (p * t) - (1.0 / 720);
        p = (p * t) + (1.0 / 24);
        p = (p * t) - 0.5;
        return 1 + (t * p);
    }
}
