using System.Runtime.Intrinsics;
using Repro.Engine.Threading;

namespace Repro.Engine.Kernels;

/// <summary>
/// The sum of a row of numbers (rule 3). The row is cut into blocks of 256; in a block, element i goes to lane i mod 16, each lane adds
/// in ascending order from +0, and the lanes fold in halves. The blocks' sums form a row, summed the same way, until one number is left.
/// </summary>
internal static unsafe class RowSum
{
    private const int Block = Numerics.Block;
    private const int Lanes = Numerics.Lanes;

    /// <summary>Sums each of <paramref name="rows"/> rows of <paramref name="count"/> numbers that lie one after the other.</summary>
    public static void Run(float* x, long rows, long count, float* sums)
    {
        if (count <= Block)
        {
            Blocks(x, rows, count, sums);
            return;
        }

        var blocks = (count + Block - 1) / Block;
        using var scratch = new Memory.Scratch(rows * blocks);
        Blocks(x, rows, count, scratch.Floats);
        Run(scratch.Floats, rows, blocks, sums);
    }

    /// <summary>The sum of one row, on the calling thread.</summary>
    public static float Of(float* x, long count)
    {
        if (count <= Block)
        {
            return SumBlock(x, (int)count);
        }

        var blocks = (count + Block - 1) / Block;
        using var scratch = new Memory.Scratch(blocks);
        for (var block = 0L; block < blocks; block++)
        {
            var at = block * Block;
            scratch.Floats[block] = SumBlock(x + at, (int)Math.Min(Block, count - at));
        }

        return Of(scratch.Floats, blocks);
    }

    /// <summary>The plain form of one block, which states the order.</summary>
    internal static float BlockReference(ReadOnlySpan<float> block)
    {
        Span<float> lanes = stackalloc float[Lanes];
        lanes.Clear();
        for (var i = 0; i < block.Length; i++)
        {
            lanes[i % Lanes] += block[i];
        }

        for (var half = Lanes / 2; half > 0; half /= 2)
        {
            for (var lane = 0; lane < half; lane++)
            {
                lanes[lane] += lanes[lane + half];
            }
        }

        return lanes[0];
    }

    private static void Blocks(float* x, long rows, long count, float* sums)
    {
        var blocks = Math.Max(1, (count + Block - 1) / Block);
        var (input, output) = ((nint)x, (nint)sums);
        Split.Run(rows * blocks, Math.Min(count, Block), (start, end) =>
        {
            for (var i = start; i < end; i++)
            {
                var (row, block) = Math.DivRem(i, blocks);
                var at = block * Block;
                ((float*)output)[i] = SumBlock((float*)input + (row * count) + at, (int)Math.Min(Block, count - at));
            }
        });
    }

    private static float SumBlock(float* x, int count)
    {
        if (!Vector128.IsHardwareAccelerated)
        {
            return BlockReference(new ReadOnlySpan<float>(x, count));
        }

        var lanes = Vector512<float>.Zero;
        var i = 0;
        for (; i <= count - Lanes; i += Lanes)
        {
            lanes += Vector512.Load(x + i);
        }

        if (i < count)
        {
            float* rest = stackalloc float[Lanes];
            new ReadOnlySpan<float>(x + i, count - i).CopyTo(new Span<float>(rest, Lanes));
            for (var lane = count - i; lane < Lanes; lane++)
            {
                rest[lane] = 0;
            }

            lanes += Vector512.Load(rest);
        }

        var eight = lanes.GetLower() + lanes.GetUpper();
        var four = eight.GetLower() + eight.GetUpper();
        return four[0] + four[2] + (four[1] + four[3]);
    }
}
