using Repro.Engine.Kernels.Reductions;
using Repro.Engine.Memory;
using Repro.Engine.Threading;

namespace Repro.Engine.Kernels.Resampling;

/// <summary>
/// Elements picked along one axis of a row-major block outer × axis × inner: place i of the result's axis holds element source[i], or a
/// constant where source[i] is negative.
/// </summary>
internal static unsafe class AxisTake
{
    public static void Run(float* x, float* result, long outer, long length, long[] source, long inner, float constant)
    {
        var (from, to) = ((nint)x, (nint)result);
        Partition.Run(outer * source.Length, inner, (start, end) =>
        {
            for (var i = start; i < end; i++)
            {
                var (block, place) = Math.DivRem(i, source.Length);
                var target = new Span<float>((float*)to + (i * inner), checked((int)inner));
                if (source[place] < 0)
                {
                    target.Fill(constant);
                }
                else
                {
                    new ReadOnlySpan<float>((float*)from + (((block * length) + source[place]) * inner), (int)inner).CopyTo(target);
                }
            }
        });
    }

    /// <summary>
    /// The gradient of x: at each element, the gradient at its place, or the sum (rule 3) of those at its places in ascending order.
    /// </summary>
    public static void Gradient(float* gradient, float* result, long outer, Places places, long inner)
    {
        var (from, to) = ((nint)gradient, (nint)result);
        Partition.Run(outer * places.Length, inner * Math.Max(1, places.Count / Math.Max(1, places.Length)), (start, end) =>
        {
            using var terms = new Scratch(places.Longest);
            for (var i = start; i < end; i++)
            {
                var (block, element) = Math.DivRem(i, places.Length);
                var at = places.Of(element);
                var target = (float*)to + (i * inner);
                switch (at.Length)
                {
                    case 0: new Span<float>(target, checked((int)inner)).Clear(); break;
                    case 1: new ReadOnlySpan<float>((float*)from + (((block * places.Count) + at[0]) * inner), (int)inner).CopyTo(
                        new Span<float>(target, (int)inner)); break;
                    default: Sum((float*)from + (block * places.Count * inner), at, inner, terms.Floats, target); break;
                }
            }
        });
    }

    private static void Sum(float* gradient, ReadOnlySpan<long> places, long inner, float* terms, float* sums)
    {
        for (var column = 0L; column < inner; column++)
        {
            for (var term = 0; term < places.Length; term++)
            {
                terms[term] = gradient[(places[term] * inner) + column];
            }

            sums[column] = RowSum.Of(terms, places.Length);
        }
    }
}
