using Repro.Engine.Threading;

namespace Repro.Engine.Kernels.Resampling;

/// <summary>
/// Weighted sums of two elements along one axis of a row-major block outer × axis × inner: lower weight · lower + upper weight · upper,
/// each product rounded before the sum.
/// </summary>
internal static unsafe class AxisBlend
{
    public static void Run(float* x, float* result, long outer, long length, Blend blend, long inner)
    {
        var (from, to) = ((nint)x, (nint)result);
        Partition.Run(outer * blend.Count, inner, (start, end) =>
        {
            for (var i = start; i < end; i++)
            {
                var (block, place) = Math.DivRem(i, blend.Count);
                var lower = (float*)from + (((block * length) + blend.Lower[place]) * inner);
                var upper = (float*)from + (((block * length) + blend.Upper[place]) * inner);
                var (a, b) = (blend.LowerWeight[place], blend.UpperWeight[place]);
                var target = (float*)to + (i * inner);
                for (var column = 0L; column < inner; column++)
                {
                    target[column] = (a * lower[column]) + (b * upper[column]);
                }
            }
        });
    }

    /// <summary>The gradient of x: added up in ascending order of places, at each place the lower element before the upper.</summary>
    public static void Gradient(float* gradient, float* result, long outer, long length, Blend blend, long inner)
    {
        var (from, to) = ((nint)gradient, (nint)result);
        Partition.Run(outer, blend.Count * inner, (start, end) =>
        {
            for (var block = start; block < end; block++)
            {
                var target = (float*)to + (block * length * inner);
                new Span<float>(target, checked((int)(length * inner))).Clear();
                for (var place = 0L; place < blend.Count; place++)
                {
                    var source = (float*)from + (((block * blend.Count) + place) * inner);
                    Add(source, blend.LowerWeight[place], target + (blend.Lower[place] * inner), inner);
                    Add(source, blend.UpperWeight[place], target + (blend.Upper[place] * inner), inner);
                }
            }
        });
    }

    private static void Add(float* x, float weight, float* sum, long count)
    {
        for (var i = 0L; i < count; i++)
        {
            sum[i] += weight * x[i];
        }
    }
}
