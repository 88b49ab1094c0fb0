using System.Numerics;

namespace Repro.Engine.Kernels.Elementwise;

/// <summary>A function of two elements of one type. Integers wrap around.</summary>
internal interface ITypedFunction
{
    static abstract T Invoke<T>(T x, T y)
        where T : INumber<T>;
}

/// <summary>x + y.</summary>
internal readonly struct TypedSum : ITypedFunction
{
    public static T Invoke<T>(T x, T y)
        where T : INumber<T> => x + y;
}

/// <summary>x − y.</summary>
internal readonly struct TypedDifference : ITypedFunction
{
    public static T Invoke<T>(T x, T y)
        where T : INumber<T> => x - y;
}

/// <summary>x · y.</summary>
internal readonly struct TypedProduct : ITypedFunction
{
    public static T Invoke<T>(T x, T y)
        where T : INumber<T> => x * y;
}

/// <summary>x / y; integers toward zero.</summary>
internal readonly struct TypedQuotient : ITypedFunction
{
    public static T Invoke<T>(T x, T y)
        where T : INumber<T> =>
        // The smallest integer divided by −1 would be an error. An unsigned 255 is no −1.
        T.IsNegative(y) && y + T.One == T.Zero ? T.Zero - x : x / y;
}

/// <summary>
/// The largest whole number at most x / y. The remainder (exact in floating point) is taken off first, so that the quotient is that of
/// the exact operands.
/// </summary>
internal readonly struct FloorQuotient : ITypedFunction
{
    public static T Invoke<T>(T x, T y)
        where T : INumber<T>
    {
        if (typeof(T) != typeof(float) && typeof(T) != typeof(double))
        {
            var whole = TypedQuotient.Invoke(x, y);
            return whole * y != x && T.IsNegative(x) != T.IsNegative(y) ? whole - T.One : whole;
        }

        if (T.IsZero(y))
        {
            return x / y;
        }

        var rest = x % y;
        var quotient = (x - rest) / y;
        if (!T.IsZero(rest) && T.IsNegative(rest) != T.IsNegative(y))
        {
            quotient -= T.One;
        }

        return T.IsZero(quotient) ? T.CopySign(T.Zero, x / y) : Nearest(quotient);
    }

    private static T Nearest<T>(T quotient)
        where T : INumber<T>
    {
        var below = T.CreateTruncating(Math.Floor(double.CreateTruncating(quotient)));
        return quotient - below > T.One / (T.One + T.One) ? below + T.One : below;
    }
}

/// <summary>The larger of two; not-a-number if one is.</summary>
internal readonly struct Larger : ITypedFunction
{
    public static T Invoke<T>(T x, T y)
        where T : INumber<T> => T.IsNaN(x) || x >= y ? x : y;
}

/// <summary>The smaller of two; not-a-number if one is.</summary>
internal readonly struct Smaller : ITypedFunction
{
    public static T Invoke<T>(T x, T y)
        where T : INumber<T> => T.IsNaN(x) || x <= y ? x : y;
}

/// <summary>x / y without its fraction, of floating point.</summary>
internal readonly struct WholeQuotient : ITypedFunction
{
    public static T Invoke<T>(T x, T y)
        where T : INumber<T> => typeof(T) == typeof(float)
        ? T.CreateTruncating(MathF.Truncate(float.CreateTruncating(x / y)))
        : T.CreateTruncating(Math.Truncate(double.CreateTruncating(x / y)));
}
