using System.Numerics;

namespace Repro.Engine.Kernels.Elementwise;

/// <summary>A function of one number, in scalar form and, with the same bits, in vector form.</summary>
internal interface IUnaryOperator
{
    float Invoke(float x);

    Vector<float> Invoke(Vector<float> x);

    /// <summary>
    /// Computes neighbouring numbers in vectors of 512 bits, and returns how many of them: only functions of many operations gain by it.
    /// The processor has such vectors; a result may be written where its number lies.
    /// </summary>
    unsafe long InvokeWide(float* x, float* y, long count) => 0;
}
