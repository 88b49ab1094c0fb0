using Repro.Engine.Kernels.Lanes;

namespace Repro.Engine.Tests.Testing;

/// <summary>The contract's orders in the plainest form (docs/numerics.md, rules 2 and 3).</summary>
internal static class Naive
{
    private const int Block = 256;

    /// <summary>Rule 2: Σ left(k)·right(k) in blocks of 256, each a chain of fused multiply-adds from +0, added up from +0.</summary>
    public static float Product(long depth, Func<long, (float Left, float Right)> terms)
    {
        var total = 0f;
        for (var start = 0L; start < depth; start += Block)
        {
            var block = 0f;
            for (var k = start; k < Math.Min(depth, start + Block); k++)
            {
                var (left, right) = terms(k);
                block = Fused.MultiplyAdd(left, right, block);
            }

            total += block;
        }

        return total;
    }

    /// <summary>Rule 3: blocks of 256 dealt to 16 lanes that fold in halves; the blocks' sums are summed the same way.</summary>
    public static float Sum(ReadOnlySpan<float> x)
    {
        if (x.Length <= Block)
        {
            return SumOfBlock(x);
        }

        var sums = new List<float>();
        for (var start = 0; start < x.Length; start += Block)
        {
            sums.Add(SumOfBlock(x[start..Math.Min(x.Length, start + Block)]));
        }

        return Sum(sums.ToArray());
    }

    private static float SumOfBlock(ReadOnlySpan<float> block)
    {
        var lanes = new float[16];
        for (var i = 0; i < block.Length; i++)
        {
            lanes[i % 16] += block[i];
        }

        for (var half = 8; half > 0; half /= 2)
        {
            for (var lane = 0; lane < half; lane++)
            {
                lanes[lane] += lanes[lane + half];
            }
        }

        return lanes[0];
    }
}
