using System.Numerics;

namespace Repro.Engine.Kernels;

/// <summary>Adds neighbouring numbers to others.</summary>
internal static unsafe class Addition
{
    /// <summary>sums[i] += terms[i].</summary>
    public static void InPlace(float* sums, float* terms, long count)
    {
        var i = 0L;
        if (Vector.IsHardwareAccelerated)
        {
            for (; i <= count - Vector<float>.Count; i += Vector<float>.Count)
            {
                (Vector.Load(sums + i) + Vector.Load(terms + i)).Store(sums + i);
            }
        }

        for (; i < count; i++)
        {
            sums[i] += terms[i];
        }
    }
}
