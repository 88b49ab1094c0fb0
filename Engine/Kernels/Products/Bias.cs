using System.Numerics;

namespace Repro.Engine.Kernels.Products;

/// <summary>Adds a bias to a finished row.</summary>
internal static unsafe class Bias
{
    public static void Add(float* row, float* bias, int count)
    {
        var i = 0;
        if (Vector.IsHardwareAccelerated)
        {
            for (; i <= count - Vector<float>.Count; i += Vector<float>.Count)
            {
                (Vector.Load(row + i) + Vector.Load(bias + i)).Store(row + i);
            }
        }

        for (; i < count; i++)
        {
            row[i] += bias[i];
        }
    }
}
