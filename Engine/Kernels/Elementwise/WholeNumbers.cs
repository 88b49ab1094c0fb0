using System.Numerics;

namespace Repro.Engine.Kernels.Elementwise;

/// <summary>The largest whole number at most x.</summary>
internal readonly struct Floor : IUnaryOperator
{
    public float Invoke(float x) => MathF.Floor(x);

    public Vector<float> Invoke(Vector<float> x) => Vector.Floor(x);
}

/// <summary>The smallest whole number at least x.</summary>
internal readonly struct Ceiling : IUnaryOperator
{
    public float Invoke(float x) => MathF.Ceiling(x);

    public Vector<float> Invoke(Vector<float> x) => Vector.Ceiling(x);
}
