using System.Numerics;
using Repro.Engine.Kernels.Functions;

namespace Repro.Engine.Kernels.Elementwise;

/// <summary>x·Φ(x), Φ being the distribution function of the standard normal.</summary>
internal readonly struct Gelu : IUnaryOperator, IDoubleFunction
{
    private const double RootHalf = 0.7071067811865476;

    public static double Distribution(double x) => 0.5 * ErrorFunction.Complement(-x * RootHalf);

    public static Vector<double> Distribution(Vector<double> x) => new Vector<double>(0.5) * ErrorFunction.Complement(-x * RootHalf);

    public float Invoke(float x) => (float)(x * Distribution(x));

    public Vector<float> Invoke(Vector<float> x) => Lanewise.InDouble(this, x);

    public Vector<double> Invoke(Vector<double> x) => x * Distribution(x);
}

/// <summary>Φ(x) + x·Φ'(x).</summary>
internal readonly struct GeluDerivative : IUnaryOperator, IDoubleFunction
{
    private const double InverseRootTwoPi = 0.3989422804014327;

    /// <summary>Beyond it binary32 has nothing of Φ' left; exactly 0 there, infinity times it is not a number, as in PyTorch.</summary>
    private const double DensityVanishes = 20;

    public float Invoke(float x) => (float)(Gelu.Distribution(x) + (x * Density(x)));

    public Vector<float> Invoke(Vector<float> x) => Lanewise.InDouble(this, x);

    public Vector<double> Invoke(Vector<double> x)
    {
        var density = new Vector<double>(InverseRootTwoPi) * Exponential.Of(new Vector<double>(-0.5) * x * x);
        density = Vector.ConditionalSelect(
            Vector.GreaterThan(Vector.Abs(x), new Vector<double>(DensityVanishes)), Vector<double>.Zero, density);
        return Gelu.Distribution(x) + (x * density);
    }

    private static double Density(double x) => Math.Abs(x) > DensityVanishes ? 0 : InverseRootTwoPi * Exponential.Of(-0.5 * x * x);
}
