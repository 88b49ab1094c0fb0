using System.Numerics;
using Repro.Engine.Kernels.Functions;

namespace Repro.Engine.Kernels.Elementwise;

/// <summary>erf x.</summary>
internal readonly struct Erf : IUnaryOperator, IDoubleFunction
{
    public float Invoke(float x) => (float)ErrorFunction.Of(x);

    public Vector<float> Invoke(Vector<float> x) => Lanewise.InDouble(this, x);

    public Vector<double> Invoke(Vector<double> x) => ErrorFunction.Of(x);
}

/// <summary>2/√π · exp(−x²).</summary>
internal readonly struct ErfDerivative : IUnaryOperator, IDoubleFunction
{
    private const double TwoOverRootPi = 1.1283791670955126;

    public float Invoke(float x) => (float)(TwoOverRootPi * Exponential.Of(-(double)x * x));

    public Vector<float> Invoke(Vector<float> x) => Lanewise.InDouble(this, x);

    public Vector<double> Invoke(Vector<double> x) => TwoOverRootPi * Exponential.Of(-x * x);
}
