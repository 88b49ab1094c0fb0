using System.Numerics;

namespace Repro.Engine.Kernels.Elementwise;

/// <summary>x where it is positive (or not a number), slope·x elsewhere. A slope of 0 gives +0 there: ReLU.</summary>
internal readonly struct LeakyRectify(float slope) : IUnaryOperator
{
    public float Invoke(float x) => x > 0 ? x : float.IsNaN(x) ? x : slope == 0 ? 0 : x * slope;

    public Vector<float> Invoke(Vector<float> x)
    {
        var below = slope == 0 ? Vector<float>.Zero : x * new Vector<float>(slope);
        return Vector.ConditionalSelect(Vector.LessThanOrEqual(x, Vector<float>.Zero), below, x);
    }
}

/// <summary>
/// The gradient y where the result x was positive, slope·y elsewhere; for a slope of 0, ReLU's: +0 where the result was not positive, and y
/// where it was not a number, as PyTorch has it.
/// </summary>
internal readonly struct LeakyRectifyGradient(float slope) : IBinaryOperator
{
    public float Invoke(float x, float y) => slope == 0 ? (x <= 0 ? 0 : y) : x > 0 ? y : y * slope;

    public Vector<float> Invoke(Vector<float> x, Vector<float> y) => slope == 0
        ? Vector.ConditionalSelect(Vector.LessThanOrEqual(x, Vector<float>.Zero), Vector<float>.Zero, y)
        : Vector.ConditionalSelect(Vector.GreaterThan(x, Vector<float>.Zero), y, y * new Vector<float>(slope));
}

/// <summary>The gradient y of a sigmoid whose result was x: y·(1 − x)·x.</summary>
internal readonly struct SigmoidGradient : IBinaryOperator
{
    public float Invoke(float x, float y) => y * (1 - x) * x;

    public Vector<float> Invoke(Vector<float> x, Vector<float> y) => y * (Vector<float>.One - x) * x;
}

/// <summary>The gradient y of a tanh whose result was x: y·(1 − x²).</summary>
internal readonly struct TanhGradient : IBinaryOperator
{
    public float Invoke(float x, float y) => y * (1 - (x * x));

    public Vector<float> Invoke(Vector<float> x, Vector<float> y) => y * (Vector<float>.One - (x * x));
}

/// <summary>The gradient y of |x|: y, −y, or 0 where x is 0.</summary>
internal readonly struct AbsoluteGradient : IBinaryOperator
{
    public float Invoke(float x, float y) => x > 0 ? y : x < 0 ? -y : 0;

    public Vector<float> Invoke(Vector<float> x, Vector<float> y) => Vector.ConditionalSelect(
        Vector.GreaterThan(x, Vector<float>.Zero),
        y,
        Vector.ConditionalSelect(Vector.LessThan(x, Vector<float>.Zero), -y, Vector<float>.Zero));
}

/// <summary>The gradient y of |x| in a norm: y, −y, 0 where x is 0, and y where x is not a number.</summary>
internal readonly struct SignedOrNone : IBinaryOperator
{
    public float Invoke(float x, float y) => x == 0 ? 0 : x < 0 ? -y : y;

    public Vector<float> Invoke(Vector<float> x, Vector<float> y) => Vector.ConditionalSelect(
        Vector.Equals(x, Vector<float>.Zero),
        Vector<float>.Zero,
        Vector.ConditionalSelect(Vector.LessThan(x, Vector<float>.Zero), -y, y));
}
