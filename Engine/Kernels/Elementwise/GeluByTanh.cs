using System.Runtime.CompilerServices;
using Repro.Engine.Kernels.Functions;
using Repro.Engine.Kernels.Lanes;

namespace Repro.Engine.Kernels.Elementwise;

/// <summary>½·x·(1 + tanh u) with u = √(2/π)·(x + 0.044715·x³), computed as x / (1 + e⁻²ᵘ), which does not cancel.</summary>
internal readonly struct GeluByTanh : IFunction
{
    /// <summary>2·√(2/π), and its product with 0.044715: numbers and what their rounding left over.</summary>
    private const float Linear = 1.59576917f;
    private const float LinearRest = -4.53406812e-8f;
    private const float Cubic = 0.0713548139f;
    private const float CubicRest = 2.39883247e-9f;

    /// <summary>Beyond it 1 / (1 + e⁻²ᵘ) is 0 or 1 also in the product with x.</summary>
    private const float Far = 20;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, ILanes<T>
    {
        var (z, tail) = Argument(Cut(x));
        return Logistic.Times(x, z, tail);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Cut<T>(T x)
        where T : struct, ILanes<T> => T.WhereLess(T.Of(Far), T.Absolute(x), T.WithSign(T.Of(Far), x), x);

    /// <summary>2u in two parts, as its error would be multiplied by itself in e²ᵘ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (T Z, T Tail) Argument<T>(T x)
        where T : struct, ILanes<T>
    {
        var (linear, cubic) = (T.Of(Linear), T.Of(Cubic));
        var square = x * x;
        var ofSquare = T.Fused(x, x, -square);
        var term = cubic * square;
        var ofTerm = T.Fused(cubic, square, -term);
        var sum = linear + term;
        var added = sum - linear;
        var ofSum = linear - (sum - added) + (term - added);
        var rest = ofSum + ofTerm + T.Fused(cubic, ofSquare, T.Fused(T.Of(CubicRest), square, T.Of(LinearRest)));
        var z = x * sum;
        return (z, T.Fused(x, rest, T.Fused(x, sum, -z)));
    }

    /// <summary>The derivative of 2u.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Slope<T>(T x)
        where T : struct, ILanes<T> => T.Of(Linear) + (T.Of(3 * Cubic) * (x * x));
}

/// <summary>s + x·s·(1 − s)·(2u)', s being 1 / (1 + e⁻²ᵘ), and 1 − s by the same function of −2u.</summary>
internal readonly struct GeluByTanhDerivative : IFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, ILanes<T>
    {
        var near = GeluByTanh.Cut(x);
        var (z, tail) = GeluByTanh.Argument(near);
        var (s, rest) = (Logistic.Of(z, tail), Logistic.Of(-z, -tail));
        return s + (x * s * rest * GeluByTanh.Slope(near));
    }
}
