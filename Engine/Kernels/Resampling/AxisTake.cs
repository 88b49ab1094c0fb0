using Repro.Engine.Memory;
using Repro.Engine.Threading;

namespace Repro.Engine.Kernels;

/// <summary>
/// Elements picked along one axis of a row-major block outer × axis × inner: place i of the result's axis holds element source[i], or a constant
/// where source[i] is negative.
/// </summary>
internal static unsafe class AxisTake
{
    public static void Run(float* x, float* result, long outer, long length, long[] source, long inner, float constant)
    {
        var (from, to) = ((nint)x, (nint)result);
        Split.Run(outer * source.Length, inner, (start, end) =>
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

    /// <summary>The gradient of x: at each element, the sum (rule 3) of the gradients at its places, in ascending order.</summary>
    public static void Gradient(float* gradient, float* result, long outer, Places places, long inner)
    {
        var (from, to) = ((nint)gradient, (nint)result);
        Split.Run(outer * places.Length, inner * Math.Max(1, places.Count / Math.Max(1, places.Length)), (start, end) =>
        {
            using var terms = new Scratch(places.Longest);
            for (var i = start; i < end; i++)
            {
                var (block, element) = Math.DivRem(i, places.Length);
                var at = places.Of(element);
                var target = (float*)to + (i * inner);
                for (var column = 0L; column < inner; column++)
                {
                    for (var term = 0; term < at.Length; term++)
                    {
                        terms.Floats[term] = ((float*)from)[(((block * places.Count) + at[term]) * inner) + column];
                    }

                    target[column] = at.Length == 1 ? terms.Floats[0] : RowSum.Of(terms.Floats, at.Length);
                }
            }
        });
    }
}
