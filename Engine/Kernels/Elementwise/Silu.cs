using System.Numerics;

namespace Repro.Engine.Kernels;

/// <summary>x / (1 + e⁻ˣ).</summary>
internal readonly struct Silu : IUnaryOperator, IDoubleFunction
{
    public float Invoke(float x) => (float)(x * Logistic.Of(x));

    public Vector<float> Invoke(Vector<float> x) => Lanewise.InDouble(this, x);

    public Vector<double> Invoke(Vector<double> x) => x * Logistic.Of(x);
}

/// <summary>s·(1 + x·(1 − s)), s being 1 / (1 + e⁻ˣ).</summary>
internal readonly struct SiluDerivative : IUnaryOperator, IDoubleFunction
{
    public float Invoke(float x)
    {
        var s = Logistic.Of(x);
        return (float)(s * (1 + (x * (1 - s))));
    }

    public Vector<float> Invoke(Vector<float> x) => Lanewise.InDouble(this, x);

    public Vector<double> Invoke(Vector<double> x)
    {
        var s = Logistic.Of(x);
        return s * (Vector<double>.One + (x * (Vector<double>.One - s)));
    }
}
