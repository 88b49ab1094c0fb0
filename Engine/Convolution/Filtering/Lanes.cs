using System.Runtime.Intrinsics;

namespace Repro.Engine.Convolution.Filtering;

/// <summary>Sums and differences of neighbouring numbers.</summary>
internal interface ILanes<T>
{
    static abstract T Add(T x, T y);

    static abstract T Subtract(T x, T y);
}

/// <summary>Vectors of every width, and single numbers.</summary>
internal readonly struct Lanes : ILanes<Vector512<float>>, ILanes<Vector256<float>>, ILanes<Vector128<float>>, ILanes<float>
{
    public static Vector512<float> Add(Vector512<float> x, Vector512<float> y) => x + y;

    public static Vector512<float> Subtract(Vector512<float> x, Vector512<float> y) => x - y;

    public static Vector256<float> Add(Vector256<float> x, Vector256<float> y) => x + y;

    public static Vector256<float> Subtract(Vector256<float> x, Vector256<float> y) => x - y;

    public static Vector128<float> Add(Vector128<float> x, Vector128<float> y) => x + y;

    public static Vector128<float> Subtract(Vector128<float> x, Vector128<float> y) => x - y;

    public static float Add(float x, float y) => x + y;

    public static float Subtract(float x, float y) => x - y;
}
