using System.Numerics;

namespace Repro.Engine.Kernels.Elementwise;

/// <summary>Vector forms out of binary64 functions and out of scalar ones.</summary>
internal static class Lanewise
{
    /// <summary>Computes a function of binary32 in binary64 and rounds once.</summary>
    public static Vector<float> InDouble<TFunction>(TFunction function, Vector<float> x)
        where TFunction : struct, IDoubleFunction
    {
        Vector.Widen(x, out var low, out var high);
        return Vector.Narrow(function.Invoke(low), function.Invoke(high));
    }

    /// <summary>Calls a scalar function for each lane.</summary>
    public static Vector<float> OneByOne<TOperator>(TOperator op, Vector<float> x)
        where TOperator : struct, IUnaryOperator
    {
        Span<float> lanes = stackalloc float[Vector<float>.Count];
        x.CopyTo(lanes);
        foreach (ref var lane in lanes)
        {
            lane = op.Invoke(lane);
        }

        return new Vector<float>(lanes);
    }

    /// <summary>Calls a scalar function of two numbers for each lane.</summary>
    public static Vector<float> OneByOne<TOperator>(TOperator op, Vector<float> x, Vector<float> y)
        where TOperator : struct, IBinaryOperator
    {
        Span<float> lanes = stackalloc float[Vector<float>.Count];
        for (var lane = 0; lane < lanes.Length; lane++)
        {
            lanes[lane] = op.Invoke(x[lane], y[lane]);
        }

        return new Vector<float>(lanes);
    }
}

/// <summary>A function of one binary64 vector.</summary>
internal interface IDoubleFunction
{
    Vector<double> Invoke(Vector<double> x);
}
