using System.Numerics;

namespace Repro.Engine.Kernels.Elementwise;

/// <summary>The chain rule: the derivative at x, rounded, times the gradient y.</summary>
internal readonly struct Chain<TDerivative>(TDerivative derivative) : IBinaryOperator
    where TDerivative : struct, IUnaryOperator
{
    public float Invoke(float x, float y) => derivative.Invoke(x) * y;

    public Vector<float> Invoke(Vector<float> x, Vector<float> y) => derivative.Invoke(x) * y;
}
