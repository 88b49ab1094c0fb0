using System.Numerics;

namespace Repro.Engine.Kernels;

/// <summary>½·x·(1 + tanh u) with u = √(2/π)·(x + 0.044715·x³), computed as x / (1 + e⁻²ᵘ), which does not cancel.</summary>
internal readonly struct GeluByTanh : IUnaryOperator, IDoubleFunction
{
    private const double TwiceRootTwoOverPi = 1.5957691216057308;
    private const double Cubic = 0.044715;

    public static double Gate(double x) => Logistic.Of(TwiceRootTwoOverPi * (x + (Cubic * x * x * x)));

    public static Vector<double> Gate(Vector<double> x) => Logistic.Of(TwiceRootTwoOverPi * (x + (Cubic * x * x * x)));

    /// <summary>The derivative of 2u.</summary>
    public static double Slope(double x) => TwiceRootTwoOverPi * (1 + (3 * Cubic * x * x));

    public static Vector<double> Slope(Vector<double> x) => TwiceRootTwoOverPi * (Vector<double>.One + (3 * Cubic * x * x));

    public float Invoke(float x) => (float)(x * Gate(x));

    public Vector<float> Invoke(Vector<float> x) => Lanewise.InDouble(this, x);

    public Vector<double> Invoke(Vector<double> x) => x * Gate(x);
}

/// <summary>s + x·s·(1 − s)·(2u)', s being the gate.</summary>
internal readonly struct GeluByTanhDerivative : IUnaryOperator, IDoubleFunction
{
    public float Invoke(float x)
    {
        var s = GeluByTanh.Gate(x);
        return (float)(s + (x * s * (1 - s) * GeluByTanh.Slope(x)));
    }

    public Vector<float> Invoke(Vector<float> x) => Lanewise.InDouble(this, x);

    public Vector<double> Invoke(Vector<double> x)
    {
        var s = GeluByTanh.Gate(x);
        return s + (x * s * (Vector<double>.One - s) * GeluByTanh.Slope(x));
    }
}
