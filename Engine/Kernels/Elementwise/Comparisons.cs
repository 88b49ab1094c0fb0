using System.Numerics;

namespace Repro.Engine.Kernels.Elementwise;

/// <summary>A question about two elements of one type. Not-a-number differs from everything and is neither above nor below.</summary>
internal interface IComparison
{
    static abstract bool Invoke<T>(T x, T y)
        where T : INumber<T>;
}

/// <summary>x = y.</summary>
internal readonly struct Equal : IComparison
{
    public static bool Invoke<T>(T x, T y)
        where T : INumber<T> => x == y;
}

/// <summary>x ≠ y.</summary>
internal readonly struct Unequal : IComparison
{
    public static bool Invoke<T>(T x, T y)
        where T : INumber<T> => x != y;
}

/// <summary>x &lt; y.</summary>
internal readonly struct Below : IComparison
{
    public static bool Invoke<T>(T x, T y)
        where T : INumber<T> => x < y;
}

/// <summary>x ≤ y.</summary>
internal readonly struct AtMost : IComparison
{
    public static bool Invoke<T>(T x, T y)
        where T : INumber<T> => x <= y;
}

/// <summary>x > y.</summary>
internal readonly struct Above : IComparison
{
    public static bool Invoke<T>(T x, T y)
        where T : INumber<T> => x > y;
}

/// <summary>x ≥ y.</summary>
internal readonly struct AtLeast : IComparison
{
    public static bool Invoke<T>(T x, T y)
        where T : INumber<T> => x >= y;
}
