using System.Numerics;

namespace Repro.Engine.Kernels;

/// <summary>x·Φ(x), Φ being the distribution function of the standard normal.</summary>
internal readonly struct Gelu : IUnaryOperator
{
    private const double RootHalf = 0.7071067811865476;
    private const double InverseRootTwoPi = 0.3989422804014327;

    public static double Distribution(double x) => 0.5 * ErrorFunction.Complement(-x * RootHalf);

    /// <summary>Φ'(x); exactly 0 beyond ±20, where binary32 has none of it left.</summary>
    public static double Density(double x) => Math.Abs(x) > 20 ? 0 : InverseRootTwoPi * Exponential.Of(-0.5 * x * x);

    public float Invoke(float x) => (float)(x * Distribution(x));

    public Vector<float> Invoke(Vector<float> x) => Lanewise.OneByOne(this, x);
}

/// <summary>Φ(x) + x·Φ'(x).</summary>
internal readonly struct GeluDerivative : IUnaryOperator
{
    public float Invoke(float x) => (float)(Gelu.Distribution(x) + (x * Gelu.Density(x)));

    public Vector<float> Invoke(Vector<float> x) => Lanewise.OneByOne(this, x);
}
