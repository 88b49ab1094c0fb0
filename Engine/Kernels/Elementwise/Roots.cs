using System.Numerics;

namespace Repro.Engine.Kernels.Elementwise;

/// <summary>1 / √x, in binary64 and rounded once.</summary>
internal readonly struct ReciprocalRoot : IUnaryOperator, IDoubleFunction
{
    public float Invoke(float x) => (float)(1 / Math.Sqrt((double)x));

    public Vector<float> Invoke(Vector<float> x) => Lanewise.InDouble(this, x);

    public Vector<double> Invoke(Vector<double> x) => Vector<double>.One / Vector.SquareRoot(x);
}

/// <summary>The gradient y of 1/√ whose result was x: −½·y·x³.</summary>
internal readonly struct ReciprocalRootGradient : IBinaryOperator
{
    public float Invoke(float x, float y) => -0.5f * y * (x * x * x);

    public Vector<float> Invoke(Vector<float> x, Vector<float> y) => new Vector<float>(-0.5f) * y * (x * x * x);
}

/// <summary>The gradient y of a root whose result was x: y / (2·x), and 0 where x is 0.</summary>
internal readonly struct RootGradient : IBinaryOperator
{
    public float Invoke(float x, float y) => x == 0 ? 0 : y / (x + x);

    public Vector<float> Invoke(Vector<float> x, Vector<float> y) =>
        Vector.ConditionalSelect(Vector.Equals(x, Vector<float>.Zero), Vector<float>.Zero, y / (x + x));
}

/// <summary>The gradient y of a norm that was x, without the elements' own factor: y / x, and 0 where x is 0.</summary>
internal readonly struct NormGradient : IBinaryOperator
{
    public float Invoke(float x, float y) => x == 0 ? 0 : y / x;

    public Vector<float> Invoke(Vector<float> x, Vector<float> y) =>
        Vector.ConditionalSelect(Vector.Equals(x, Vector<float>.Zero), Vector<float>.Zero, y / x);
}
