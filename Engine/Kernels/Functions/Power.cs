namespace Repro.Engine.Kernels.Functions;

/// <summary>x to the power of y (rule 4): e^(y·ln |x|) in binary64 with the cases of IEEE 754's pow, for operands of binary32.</summary>
internal static class Power
{
    public static double Of(double x, double y)
    {
        if (y == 0 || x == 1)
        {
            return 1;
        }

        if (double.IsNaN(x) || double.IsNaN(y))
        {
            return double.NaN;
        }

        var whole = double.IsInfinity(y) || Math.Floor(y) == y;
        var odd = whole && !double.IsInfinity(y) && Math.Abs(y % 2) == 1;
        if (x < 0 && !whole && !double.IsInfinity(x))
        {
            return double.NaN;
        }

        var magnitude = Math.Abs(x) == 1 ? 1 : Exponential.Of(y * Logarithm.Of(Math.Abs(x)));
        return odd && double.IsNegative(x) ? -magnitude : magnitude;
    }
}
