using System.Numerics;
using System.Runtime.Intrinsics;

namespace Repro.Engine.Kernels;

/// <summary>A function of one number, in scalar form and, with the same bits, in vector form.</summary>
internal interface IUnaryOperator
{
    /// <summary>Whether there is a form for vectors of 512 bits, too: only functions of many operations gain by it.</summary>
    static virtual bool IsWide => false;

    float Invoke(float x);

    Vector<float> Invoke(Vector<float> x);

    /// <summary>The form of an operator that <see cref="IsWide"/>.</summary>
    Vector512<float> Invoke(Vector512<float> x) => throw new NotSupportedException();
}
