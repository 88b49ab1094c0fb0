using System.Numerics;

namespace Repro.Engine.Kernels;

/// <summary>x where it is positive, alpha·(eˣ − 1) elsewhere.</summary>
internal readonly struct Elu(double alpha) : IUnaryOperator
{
    public float Invoke(float x) => x > 0 ? x : (float)(alpha * ExponentialMinusOne.Of(x));

    public Vector<float> Invoke(Vector<float> x) => Lanewise.OneByOne(this, x);
}

/// <summary>1 where x is positive, alpha·eˣ elsewhere.</summary>
internal readonly struct EluDerivative(double alpha) : IUnaryOperator
{
    public float Invoke(float x) => x > 0 ? 1 : (float)(alpha * Exponential.Of(x));

    public Vector<float> Invoke(Vector<float> x) => Lanewise.OneByOne(this, x);
}
