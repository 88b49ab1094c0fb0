using System.Numerics;
using Repro.Engine.Kernels.Elementwise;
using Repro.Engine.Memory;
using Repro.Engine.Threading;

namespace Repro.Engine.Kernels.Reductions;

/// <summary>
/// Sums over the rows of a matrix, one for each column: the order of <see cref="RowSum"/> along each column, computed for neighbouring
/// columns at once.
/// </summary>
internal static unsafe class ColumnSum
{
    private const int Block = Order.Block;
    private const int Lanes = Order.Lanes;

    /// <summary>Sums the terms of x and y (rows × columns, row-major) over the rows.</summary>
    public static void Run<TTerm>(float* x, float* y, long rows, long columns, float* sums, TTerm term)
        where TTerm : struct, IColumnTerm
    {
        if (rows <= Block)
        {
            Blocks(x, y, rows, columns, sums, term);
            return;
        }

        var blocks = (rows + Block - 1) / Block;
        using var scratch = new Scratch(blocks * columns);
        Blocks(x, y, rows, columns, scratch.Floats, term);
        Run(scratch.Floats, scratch.Floats, blocks, columns, sums, default(Plain));
    }

    public static void Run(float* x, long rows, long columns, float* sums) => Run(x, x, rows, columns, sums, default(Plain));

    /// <summary>Two sums for each column, in one pass over x and y; each in the order of <see cref="Run{TTerm}"/>.</summary>
    public static void RunPair<TPair>(float* x, float* y, long rows, long columns, float* first, float* second, TPair pair)
        where TPair : struct, IColumnPair
    {
        var blocks = Math.Max(1, (rows + Block - 1) / Block);
        using var scratch = new Scratch((blocks + 1) * 2 * columns);
        var (left, right, partial) = ((nint)x, (nint)y, (nint)scratch.Floats);
        Partition.Run(blocks, Math.Min(rows, Block) * columns, (start, end) =>
        {
            using var lanes = new Scratch(Used((int)Math.Min(rows, Block)) * 2 * columns);
            for (var block = start; block < end; block++)
            {
                var at = block * Block * columns;
                var count = (int)Math.Min(Block, rows - (block * Block));
                SumPair((float*)left + at, (float*)right + at, count, columns, lanes.Floats, pair);
                Fold(lanes.Floats, count, 2 * columns);
                new ReadOnlySpan<float>(lanes.Floats, (int)(2 * columns)).CopyTo(
                    new Span<float>((float*)partial + (block * 2 * columns), (int)(2 * columns)));
            }
        });
        var sums = scratch.Floats + (blocks * 2 * columns);
        if (blocks == 1)
        {
            sums = scratch.Floats;
        }
        else
        {
            Run(scratch.Floats, blocks, 2 * columns, sums);
        }

        new ReadOnlySpan<float>(sums, (int)columns).CopyTo(new Span<float>(first, (int)columns));
        new ReadOnlySpan<float>(sums + columns, (int)columns).CopyTo(new Span<float>(second, (int)columns));
    }

    private static void SumPair<TPair>(float* x, float* y, int rows, long columns, float* lanes, TPair pair)
        where TPair : struct, IColumnPair
    {
        new Span<float>(lanes, checked((int)(Used(rows) * 2 * columns))).Clear();
        for (var row = 0; row < rows; row++)
        {
            var first = lanes + (row % Lanes * 2 * columns);
            var second = first + columns;
            var rowOfX = x + (row * columns);
            var rowOfY = y + (row * columns);
            var column = 0L;
            if (Vector.IsHardwareAccelerated)
            {
                for (; column <= columns - Vector<float>.Count; column += Vector<float>.Count)
                {
                    pair.Terms(rowOfX, rowOfY, column, out var a, out var b);
                    (Vector.Load(first + column) + a).Store(first + column);
                    (Vector.Load(second + column) + b).Store(second + column);
                }
            }

            for (; column < columns; column++)
            {
                var (a, b) = pair.Term(rowOfX, rowOfY, column);
                first[column] += a;
                second[column] += b;
            }
        }
    }

    private static void Blocks<TTerm>(float* x, float* y, long rows, long columns, float* sums, TTerm term)
        where TTerm : struct, IColumnTerm
    {
        var blocks = Math.Max(1, (rows + Block - 1) / Block);
        var (left, right, output) = ((nint)x, (nint)y, (nint)sums);
        Partition.Run(blocks, Math.Min(rows, Block) * columns, (start, end) =>
        {
            using var lanes = new Scratch(Used((int)Math.Min(rows, Block)) * columns);
            for (var block = start; block < end; block++)
            {
                var first = block * Block;
                var count = (int)Math.Min(Block, rows - first);
                SumBlock((float*)left + (first * columns), (float*)right + (first * columns), count, columns, lanes.Floats, term);
                Fold(lanes.Floats, count, columns);
                new ReadOnlySpan<float>(lanes.Floats, (int)columns).CopyTo(
                    new Span<float>((float*)output + (block * columns), (int)columns));
            }
        });
    }

    private static void SumBlock<TTerm>(float* x, float* y, int rows, long columns, float* lanes, TTerm term)
        where TTerm : struct, IColumnTerm
    {
        new Span<float>(lanes, checked((int)(Used(rows) * columns))).Clear();
        for (var row = 0; row < rows; row++)
        {
            var lane = lanes + (row % Lanes * columns);
            var rowOfX = x + (row * columns);
            var rowOfY = y + (row * columns);
            var column = 0L;
            if (Vector.IsHardwareAccelerated)
            {
                for (; column <= columns - Vector<float>.Count; column += Vector<float>.Count)
                {
                    (Vector.Load(lane + column) + term.Terms(rowOfX, rowOfY, column)).Store(lane + column);
                }
            }

            for (; column < columns; column++)
            {
                lane[column] += term.Term(rowOfX, rowOfY, column);
            }
        }
    }

    /// <summary>
    /// Adds the lanes up in pairs. Those that no row reached hold zero and are left out, which adds nothing: no lane holds −0.
    /// </summary>
    private static void Fold(float* lanes, int rows, long columns)
    {
        var used = Used(rows);
        for (var half = Lanes / 2; half > 0; half /= 2)
        {
            if (used > half)
            {
                Addition.InPlace(lanes, lanes + (half * columns), (used - half) * columns);
                used = half;
            }
        }
    }

    private static int Used(int rows) => Math.Clamp(rows, 1, Lanes);

    private readonly struct Plain : IColumnTerm
    {
        public float Term(float* rowOfX, float* rowOfY, long column) => rowOfX[column];

        public Vector<float> Terms(float* rowOfX, float* rowOfY, long column) => Vector.Load(rowOfX + column);
    }
}
