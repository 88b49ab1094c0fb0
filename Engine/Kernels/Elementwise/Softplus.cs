using System.Numerics;

namespace Repro.Engine.Kernels;

/// <summary>ln(1 + exp(beta·x)) / beta, and x itself where beta·x is above the threshold.</summary>
internal readonly struct Softplus(double beta, double threshold) : IUnaryOperator
{
    public float Invoke(float x) => beta * x > threshold ? x : (float)(Logistic.Integral(beta * x) / beta);

    public Vector<float> Invoke(Vector<float> x) => Lanewise.OneByOne(this, x);
}

/// <summary>1 / (1 + exp(−beta·x)), and 1 where beta·x is above the threshold.</summary>
internal readonly struct SoftplusDerivative(double beta, double threshold) : IUnaryOperator
{
    public float Invoke(float x) => beta * x > threshold ? 1 : (float)Logistic.Of(beta * x);

    public Vector<float> Invoke(Vector<float> x) => Lanewise.OneByOne(this, x);
}
