using System.Numerics;

namespace Repro.Engine.Tests.Testing;

/// <summary>Distance of a binary32 from the true value, in units of the last place of the true value.</summary>
internal static class Ulps
{
    private const long Exponent = 0x7FF0_0000_0000_0000;
    private const double SmallestNormal = 1.1754943508222875e-38;
    private const double PlacesOfOne = 1.1920928955078125e-07;

    /// <summary>
    /// Beyond the range of binary32, 0 where the result is infinite too; among not-a-numbers 0; ∞ where only one of the two is such a
    /// value.
    /// </summary>
    public static double Between(double exact, float actual)
    {
        if (double.IsNaN(exact) || float.IsNaN(actual))
        {
            return double.IsNaN(exact) == float.IsNaN(actual) ? 0 : double.PositiveInfinity;
        }

        var nearest = (float)exact;
        if (!float.IsFinite(nearest) || !float.IsFinite(actual))
        {
            return nearest.Equals(actual) ? 0 : double.PositiveInfinity;
        }

        var binade = BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(exact) & Exponent);
        return Math.Abs(actual - exact) / (Math.Max(binade, SmallestNormal) * PlacesOfOne);
    }

    /// <summary>The largest distance, and where it is. Finite numbers go by vectors.</summary>
    public static (double Worst, int At) Worst(ReadOnlySpan<double> exact, ReadOnlySpan<float> actual)
    {
        var (worst, at) = (0.0, 0);
        var width = Vector<float>.Count;
        for (var start = 0; start < exact.Length; start += width)
        {
            if (start + width <= exact.Length && AllWithin(exact.Slice(start, width), actual.Slice(start, width), worst))
            {
                continue;
            }

            for (var i = start; i < Math.Min(start + width, exact.Length); i++)
            {
                var distance = Between(exact[i], actual[i]);
                (worst, at) = distance > worst ? (distance, i) : (worst, at);
            }
        }

        return (worst, at);
    }

    private static bool AllWithin(ReadOnlySpan<double> exact, ReadOnlySpan<float> actual, double limit)
    {
        Vector.Widen(new Vector<float>(actual), out var low, out var high);
        return AllWithin(new Vector<double>(exact), low, limit)
            && AllWithin(new Vector<double>(exact[Vector<double>.Count..]), high, limit);
    }

    /// <summary>
    /// False where any of them is infinite or not a number: the distance then is not a number, or the true value is too large.
    /// </summary>
    private static bool AllWithin(Vector<double> exact, Vector<double> actual, double limit)
    {
        var binade = Vector.AsVectorDouble(Vector.AsVectorInt64(exact) & new Vector<long>(Exponent));
        var ulp = Vector.Max(binade, new Vector<double>(SmallestNormal)) * PlacesOfOne;
        return Vector.LessThanOrEqualAll(Vector.Abs(actual - exact), ulp * limit)
            && Vector.LessThanOrEqualAll(Vector.Abs(exact), new Vector<double>(float.MaxValue));
    }
}
