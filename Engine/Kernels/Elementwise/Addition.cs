using System.Numerics;

namespace Repro.Engine.Kernels.Elementwise;

/// <summary>Adds neighbouring numbers to others.</summary>
internal static unsafe class Addition
{
    /// <summary>sums[i] += terms[i]; with <paramref name="first"/>, sums start here, from +0.</summary>
    public static void InPlace(float* sums, float* terms, long count, bool first = false)
    {
        var i = 0L;
        if (Vector.IsHardwareAccelerated)
        {
            for (; i <= count - Vector<float>.Count; i += Vector<float>.Count)
            {
                ((first ? Vector<float>.Zero : Vector.Load(sums + i)) + Vector.Load(terms + i)).Store(sums + i);
            }
        }

        for (; i < count; i++)
        {
            sums[i] = (first ? 0 : sums[i]) + terms[i];
        }
    }
}
