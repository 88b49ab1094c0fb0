using System.Numerics;

namespace Repro.Engine.Kernels;

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

/// <summary>eˣ − 1.</summary>
internal readonly struct Expm1 : IUnaryOperator, IDoubleFunction
{
    public float Invoke(float x) => (float)ExponentialMinusOne.Of(x);

    public Vector<float> Invoke(Vector<float> x) => Lanewise.InDouble(this, x);

    public Vector<double> Invoke(Vector<double> x) => ExponentialMinusOne.Of(x);
}

/// <summary>ln(1 + x).</summary>
internal readonly struct Log1p : IUnaryOperator
{
    public float Invoke(float x) => (float)Logarithm.OfOnePlus(x);

    public Vector<float> Invoke(Vector<float> x) => Lanewise.OneByOne(this, x);
}

/// <summary>1 / (1 + x).</summary>
internal readonly struct Log1pDerivative : IUnaryOperator
{
    public float Invoke(float x) => (float)(1 / (1 + (double)x));

    public Vector<float> Invoke(Vector<float> x) => Lanewise.OneByOne(this, x);
}

/// <summary>x·ln x, and 0 at 0.</summary>
internal readonly struct XLogX : IUnaryOperator
{
    public float Invoke(float x) => x == 0 ? 0 : (float)(x * Logarithm.Of((double)x));

    public Vector<float> Invoke(Vector<float> x) => Lanewise.OneByOne(this, x);
}

/// <summary>x / x + ln x: not a number at 0 and at infinity, as PyTorch has it.</summary>
internal readonly struct XLogXDerivative : IUnaryOperator
{
    public float Invoke(float x) => (float)((x / x) + Logarithm.Of((double)x));

    public Vector<float> Invoke(Vector<float> x) => Lanewise.OneByOne(this, x);
}
