using Repro.Engine.Kernels.Functions;

namespace Repro.Engine.Optim.Schedules;

/// <summary>The functions of schedules, in binary64, with the same bits on every machine.</summary>
internal static class Curve
{
    /// <summary>A power by repeated multiplication.</summary>
    public static double Power(double number, int exponent)
    {
        var power = 1.0;
        for (; exponent > 0; exponent--)
        {
            power *= number;
        }

        return power;
    }

    /// <summary>cos(π·x), by way of x mod 2, which is exact.</summary>
    public static double CosPi(double x) => Circle.SinCos(Math.PI * (x - (2 * Math.Floor(x / 2)))).Cos;

    /// <summary>Half a wave of the cosine from one value to another, at a share of the way.</summary>
    public static double Wave(double start, double end, double share) => end + ((start - end) / 2 * (CosPi(share) + 1));

    /// <summary>The straight line from one value to another, at a share of the way.</summary>
    public static double Line(double start, double end, double share) => ((end - start) * share) + start;
}
