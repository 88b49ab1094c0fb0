using System.Numerics;

namespace Repro.Engine.Kernels.Elementwise;

/// <summary>
/// x no smaller than min, and then no larger than max; not-a-number stays, and a bound that is not a number makes everything one.
/// </summary>
internal readonly struct Clamp(float min, float max) : IUnaryOperator
{
    public float Invoke(float x)
    {
        x = float.IsNaN(min) || x < min ? min : x;
        return float.IsNaN(max) || x > max ? max : x;
    }

    public Vector<float> Invoke(Vector<float> x)
    {
        var (low, high) = (new Vector<float>(min), new Vector<float>(max));
        x = Vector.ConditionalSelect(Vector.LessThan(x, low) | ~Vector.Equals(low, low), low, x);
        return Vector.ConditionalSelect(Vector.GreaterThan(x, high) | ~Vector.Equals(high, high), high, x);
    }
}

/// <summary>The gradient y where min ≤ x ≤ max, 0 elsewhere.</summary>
internal readonly struct ClampGradient(float min, float max) : IBinaryOperator
{
    public float Invoke(float x, float y) => x >= min && x <= max ? y : 0;

    public Vector<float> Invoke(Vector<float> x, Vector<float> y)
    {
        var inside = Vector.GreaterThanOrEqual(x, new Vector<float>(min)) & Vector.LessThanOrEqual(x, new Vector<float>(max));
        return Vector.ConditionalSelect(inside, y, Vector<float>.Zero);
    }
}
