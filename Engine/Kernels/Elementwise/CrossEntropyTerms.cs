using System.Numerics;

namespace Repro.Engine.Kernels;

/// <summary>−(y·ln x + (1 − y)·ln(1 − x)) of a probability x and a target y, each logarithm at least −100.</summary>
internal readonly struct BinaryCrossEntropy : IBinaryOperator
{
    public static double Log(float x) => Math.Max(Logarithm.Of((double)x), -100);

    public static double LogOfRest(float x) => Math.Max(Logarithm.OfOnePlus(-(double)x), -100);

    public float Invoke(float x, float y) => (float)(((y - 1.0) * LogOfRest(x)) - (y * Log(x)));

    public Vector<float> Invoke(Vector<float> x, Vector<float> y) => Lanewise.OneByOne(this, x, y);
}

/// <summary>(x − y) / max((1 − x)·x, 10⁻¹²): the derivative with respect to the probability x.</summary>
internal readonly struct BinaryCrossEntropyDerivative : IBinaryOperator
{
    public float Invoke(float x, float y) => (x - y) / MathF.Max((1 - x) * x, 1e-12f);

    public Vector<float> Invoke(Vector<float> x, Vector<float> y) => Lanewise.OneByOne(this, x, y);
}

/// <summary>ln(1 − x) − ln x: the derivative with respect to the target.</summary>
internal readonly struct BinaryCrossEntropyTargetDerivative : IUnaryOperator
{
    public float Invoke(float x) => (float)(BinaryCrossEntropy.LogOfRest(x) - BinaryCrossEntropy.Log(x));

    public Vector<float> Invoke(Vector<float> x) => Lanewise.OneByOne(this, x);
}
