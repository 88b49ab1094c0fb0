using System.Numerics;

namespace Repro.Engine.Kernels;

/// <summary>A function of one number, in scalar form and, with the same bits, in vector form.</summary>
internal interface IUnaryOperator
{
    float Invoke(float x);

    Vector<float> Invoke(Vector<float> x);
}
