using System.Numerics;

namespace Repro.Engine.Kernels.Elementwise;

/// <summary>Of a difference d: scale·½·d² where |d| is below the bend, scale·bend·(|d| − ½·bend) beyond it.</summary>
internal readonly struct Huber(float bend, float scale) : IUnaryOperator
{
    public float Invoke(float x)
    {
        var size = MathF.Abs(x);
        return scale * (size < bend ? 0.5f * x * x : bend * (size - (0.5f * bend)));
    }

    public Vector<float> Invoke(Vector<float> x)
    {
        var size = Vector.Abs(x);
        var near = new Vector<float>(0.5f) * x * x;
        var far = new Vector<float>(bend) * (size - new Vector<float>(0.5f * bend));
        return new Vector<float>(scale) * Vector.ConditionalSelect(Vector.LessThan(size, new Vector<float>(bend)), near, far);
    }
}

/// <summary>scale·d where |d| is below the bend, scale·bend·sign(d) beyond it.</summary>
internal readonly struct HuberDerivative(float bend, float scale) : IUnaryOperator
{
    public float Invoke(float x) => scale * (x >= bend ? bend : x <= -bend ? -bend : x);

    public Vector<float> Invoke(Vector<float> x)
    {
        var limit = new Vector<float>(bend);
        var cut = Vector.ConditionalSelect(Vector.LessThanOrEqual(x, -limit), -limit, x);
        return new Vector<float>(scale) * Vector.ConditionalSelect(Vector.GreaterThanOrEqual(x, limit), limit, cut);
    }
}
