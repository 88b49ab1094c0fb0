using System.Numerics;

namespace Repro.Engine.Kernels;

/// <summary>eˣ.</summary>
internal readonly struct Exp : IUnaryOperator, IDoubleFunction
{
    public float Invoke(float x) => (float)Exponential.Of(x);

    public Vector<float> Invoke(Vector<float> x) => Lanewise.InDouble(this, x);

    public Vector<double> Invoke(Vector<double> x) => Exponential.Of(x);
}

/// <summary>ln x.</summary>
internal readonly struct Log : IUnaryOperator
{
    public float Invoke(float x) => Logarithm.Of(x);

    public Vector<float> Invoke(Vector<float> x) => Lanewise.OneByOne(this, x);
}

/// <summary>1 / (1 + e⁻ˣ).</summary>
internal readonly struct Sigmoid : IUnaryOperator, IDoubleFunction
{
    public float Invoke(float x) => (float)(1 / (1 + Exponential.Of(-(double)x)));

    public Vector<float> Invoke(Vector<float> x) => Lanewise.InDouble(this, x);

    public Vector<double> Invoke(Vector<double> x) => Vector<double>.One / (Vector<double>.One + Exponential.Of(-x));
}

/// <summary>(e²ˣ − 1) / (e²ˣ + 1), and its series where the difference would cancel.</summary>
internal readonly struct Tanh : IUnaryOperator, IDoubleFunction
{
    private const double SeriesBelow = 1.0 / 64;

    public float Invoke(float x) => (float)Of(x);

    public Vector<float> Invoke(Vector<float> x) => Lanewise.InDouble(this, x);

    public Vector<double> Invoke(Vector<double> x)
    {
        var t = x * x;
        var p = new Vector<double>(-17.0 / 315);
        p = (p * t) + new Vector<double>(2.0 / 15);
        p = (p * t) + new Vector<double>(-1.0 / 3);
        var near = x * (Vector<double>.One + (t * p));
        var e = Exponential.Of(x + x);
        var far = (e - Vector<double>.One) / (e + Vector<double>.One);
        return Vector.ConditionalSelect(Vector.LessThan(Vector.Abs(x), new Vector<double>(SeriesBelow)), near, far);
    }

    private static double Of(double x)
    {
        var t = x * x;
        var p = -17.0 / 315;
        p = (p * t) + (2.0 / 15);
        p = (p * t) + (-1.0 / 3);
        var near = x * (1 + (t * p));
        var e = Exponential.Of(x + x);
        var far = (e - 1) / (e + 1);
        return Math.Abs(x) < SeriesBelow ? near : far;
    }
}
