using System.Numerics;

namespace Repro.Engine.Kernels;

/// <summary>alpha·(eˣ − 1) up to 0, x above.</summary>
internal readonly struct Elu(double alpha) : IUnaryOperator, IDoubleFunction
{
    public float Invoke(float x) => x <= 0 ? (float)(alpha * ExponentialMinusOne.Of(x)) : x;

    public Vector<float> Invoke(Vector<float> x) =>
        Vector.ConditionalSelect(Vector.LessThanOrEqual(x, Vector<float>.Zero), Lanewise.InDouble(this, x), x);

    public Vector<double> Invoke(Vector<double> x) => new Vector<double>(alpha) * ExponentialMinusOne.Of(x);
}

/// <summary>alpha·eˣ up to 0, 1 elsewhere (where x is not a number, too, as in PyTorch).</summary>
internal readonly struct EluDerivative(double alpha) : IUnaryOperator, IDoubleFunction
{
    public float Invoke(float x) => x <= 0 ? (float)(alpha * Exponential.Of(x)) : 1;

    public Vector<float> Invoke(Vector<float> x) =>
        Vector.ConditionalSelect(Vector.LessThanOrEqual(x, Vector<float>.Zero), Lanewise.InDouble(this, x), Vector<float>.One);

    public Vector<double> Invoke(Vector<double> x) => new Vector<double>(alpha) * Exponential.Of(x);
}
