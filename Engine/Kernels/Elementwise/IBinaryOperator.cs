using System.Numerics;

namespace Repro.Engine.Kernels.Elementwise;

/// <summary>A function of two numbers, in scalar form and, with the same bits, in vector form.</summary>
internal interface IBinaryOperator
{
    float Invoke(float x, float y);

    Vector<float> Invoke(Vector<float> x, Vector<float> y);
}
