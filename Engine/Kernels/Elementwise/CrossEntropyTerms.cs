using System.Numerics;
using System.Runtime.CompilerServices;
using Repro.Engine.Kernels.Lanes;

namespace Repro.Engine.Kernels.Elementwise;

/// <summary>(y − 1)·ln(1 − x) − y·ln x of a probability x and a target y, each logarithm at least −100.</summary>
internal readonly struct BinaryCrossEntropy : IBinaryOperator
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Log<T>(T x)
        where T : struct, ILanes<T> => AtLeast(default(Log).Of(x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T LogOfRest<T>(T x)
        where T : struct, ILanes<T> => AtLeast(default(Log1p).Of(-x));

    public float Invoke(float x, float y) => Of(new OneLane(x), new OneLane(y)).Value;

    public Vector<float> Invoke(Vector<float> x, Vector<float> y) => Of(new VectorLanes(x), new VectorLanes(y)).Values;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Of<T>(T x, T y)
        where T : struct, ILanes<T> => ((y - T.Of(1)) * LogOfRest(x)) - (y * Log(x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T AtLeast<T>(T x)
        where T : struct, ILanes<T> => T.WhereLess(x, T.Of(-100), T.Of(-100), x);
}

/// <summary>(x − y) / max((1 − x)·x, 10⁻¹²): the derivative with respect to the probability x.</summary>
internal readonly struct BinaryCrossEntropyDerivative : IBinaryOperator
{
    public float Invoke(float x, float y) => (x - y) / MathF.Max((1 - x) * x, 1e-12f);

    public Vector<float> Invoke(Vector<float> x, Vector<float> y) => Lanewise.OneByOne(this, x, y);
}

/// <summary>ln(1 − x) − ln x: the derivative with respect to the target.</summary>
internal readonly struct BinaryCrossEntropyTargetDerivative : IFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, ILanes<T> => BinaryCrossEntropy.LogOfRest(x) - BinaryCrossEntropy.Log(x);
}
