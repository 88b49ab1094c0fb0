using System.Numerics;
using Repro.Engine.Kernels.Functions;

namespace Repro.Engine.Kernels.Elementwise;

/// <summary>x to the power of c.</summary>
internal readonly struct PowerOf(double c) : IUnaryOperator
{
    public float Invoke(float x) => (float)Power.Of(x, c);

    public Vector<float> Invoke(Vector<float> x) => Lanewise.OneByOne(this, x);
}

/// <summary>x to the power of y.</summary>
internal readonly struct RaisedTo : IBinaryOperator
{
    public float Invoke(float x, float y) => (float)Power.Of(x, y);

    public Vector<float> Invoke(Vector<float> x, Vector<float> y)
    {
        Span<float> bases = stackalloc float[Vector<float>.Count];
        Span<float> exponents = stackalloc float[Vector<float>.Count];
        x.CopyTo(bases);
        y.CopyTo(exponents);
        for (var lane = 0; lane < bases.Length; lane++)
        {
            bases[lane] = Invoke(bases[lane], exponents[lane]);
        }

        return new Vector<float>(bases);
    }
}

/// <summary>x³, as x·x·x from the left.</summary>
internal readonly struct Cube : IUnaryOperator
{
    public float Invoke(float x) => x * x * x;

    public Vector<float> Invoke(Vector<float> x) => x * x * x;
}

/// <summary>1 / x².</summary>
internal readonly struct InverseSquare : IUnaryOperator
{
    public float Invoke(float x) => 1 / (x * x);

    public Vector<float> Invoke(Vector<float> x) => Vector<float>.One / (x * x);
}
