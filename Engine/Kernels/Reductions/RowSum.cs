using System.Runtime.Intrinsics;
using Repro.Engine.Threading;

namespace Repro.Engine.Kernels.Reductions;

/// <summary>
/// The sum of a row of numbers (rule 3). The row is cut into blocks of 256; in a block, element i goes to lane i mod 16, each lane adds
/// in ascending order from +0, and the lanes fold in halves. The blocks' sums form a row, summed the same way, until one number is left.
/// </summary>
internal static unsafe class RowSum
{
    private const int Block = Order.Block;
    private const int Lanes = Order.Lanes;

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
        Partition.Run(rows * blocks, Math.Min(count, Block), (start, end) =>
        {
            var (row, block) = Math.DivRem(start, blocks);
            for (var i = start; i < end; i++)
            {
                var at = block * Block;
                ((float*)output)[i] = SumBlock((float*)input + (row * count) + at, (int)Math.Min(Block, count - at));
                block++;
                if (block == blocks)
                {
                    (row, block) = (row + 1, 0);
                }
            }
        });
    }

    private static float SumBlock(float* x, int count) =>
        !Vector128.IsHardwareAccelerated ? BlockReference(new ReadOnlySpan<float>(x, count))
        : count == Block ? SumWhole(x)
        : SumPart(x, count);

    private static float SumWhole(float* x)
    {
        var low = Vector256<float>.Zero;
        var high = Vector256<float>.Zero;
        for (var i = 0; i < Block; i += 2 * Lanes)
        {
            low += Vector256.Load(x + i);
            high += Vector256.Load(x + i + (Lanes / 2));
            low += Vector256.Load(x + i + Lanes);
            high += Vector256.Load(x + i + Lanes + (Lanes / 2));
        }

        return Fold(low + high);
    }

    private static float SumPart(float* x, int count)
    {
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

        return Fold(lanes.GetLower() + lanes.GetUpper());
    }

    /// <summary>The lanes that are left when the upper eight are added to the lower.</summary>
    private static float Fold(Vector256<float> eight)
    {
        var four = eight.GetLower() + eight.GetUpper();
        return four[0] + four[2] + (four[1] + four[3]);
    }
}
