using System.Numerics;
using Repro.Engine.Kernels.Elementwise;
using Repro.Engine.Kernels.Lanes;
using Repro.Engine.Memory;
using Repro.Engine.Threading;

namespace Repro.Engine.Kernels.Products;

/// <summary>
/// A product with few rows or a short reduction axis. Packing the right operand would cost more than it saves, so it is read in place. The
/// order within an output is that of every product (rule 2).
/// </summary>
internal static unsafe class UnpackedProduct
{
    private const int FewRows = 4;
    private const int ShortDepth = 4;
    private const int Block = Order.Block;

    /// <summary>Chains of fused multiply-adds side by side, so that none waits for its own result.</summary>
    private const int ChainsAtOnce = 8;

    /// <summary>Columns whose totals stay in the nearest cache while the right operand's rows pass by.</summary>
    private const int ColumnsAtOnce = 4096;

    /// <summary>Whether this is the faster way. Needs a right operand whose columns or rows are adjacent in memory.</summary>
    public static bool Fits(in Operand left, in Operand right) =>
        Fused.IsHardware
        && (right.ColumnStride == 1 ? left.Rows <= FewRows || right.Rows <= ShortDepth : left.Rows <= FewRows && right.RowStride == 1);

    /// <summary>left (m × k) · right (k × n) + bias (n), into m rows of n.</summary>
    public static void Run(Operand left, Operand right, float* bias, float* result)
    {
        var (added, output) = ((nint)bias, (nint)result);
        if (left.Rows > right.Columns)
        {
            Partition.Run(left.Rows, right.Rows * right.Columns, (start, end) =>
                Rectangle(left, right, (float*)added, (float*)output, start, end, 0, right.Columns));
        }
        else
        {
            var unit = right.ColumnStride == 1 ? MicroKernel.Columns : ChainsAtOnce;
            var units = (right.Columns + unit - 1) / unit;
            Partition.Run(units, left.Rows * right.Rows * unit, (start, end) =>
                Rectangle(
                    left, right, (float*)added, (float*)output, 0, left.Rows, (int)start * unit, Math.Min(right.Columns, (int)end * unit)));
        }
    }

    private static void Rectangle(
        in Operand left, in Operand right, float* bias, float* result, long firstRow, long endRow, int start, int end)
    {
        using var chains = new Scratch(Math.Min(ColumnsAtOnce, end - start));
        for (var row = firstRow; row < endRow; row++)
        {
            var x = left.At(row, 0);
            var totals = result + (row * right.Columns);
            if (right.ColumnStride == 1)
            {
                AlongColumns(x, left.ColumnStride, right, start, end, totals, chains.Floats);
            }
            else
            {
                AlongRows(x, left.ColumnStride, right, start, end, totals);
            }

            if (bias != null)
            {
                Addition.InPlace(totals + start, bias + start, end - start);
            }
        }
    }

    private static void AlongColumns(float* x, long step, in Operand right, int start, int end, float* totals, float* chains)
    {
        for (var column = start; column < end; column += ColumnsAtOnce)
        {
            var count = Math.Min(ColumnsAtOnce, end - column);
            for (var first = 0L; first < right.Rows; first += Block)
            {
                var last = Math.Min(first + Block, right.Rows);
                for (var k = first; k < last; k++)
                {
                    Accumulate(x[k * step], right.At(k, column), chains, count, k == first);
                }

                Addition.InPlace(totals + column, chains, count, first == 0);
            }
        }
    }

    /// <summary>One step of the chains of neighbouring columns.</summary>
    private static void Accumulate(float x, float* row, float* chains, int count, bool first)
    {
        var i = 0;
        if (Vector.IsHardwareAccelerated)
        {
            var factor = new Vector<float>(x);
            for (; i <= count - Vector<float>.Count; i += Vector<float>.Count)
            {
                var chain = first ? Vector<float>.Zero : Vector.Load(chains + i);
                Vector.FusedMultiplyAdd(factor, Vector.Load(row + i), chain).Store(chains + i);
            }
        }

        for (; i < count; i++)
        {
            chains[i] = Fused.MultiplyAdd(x, row[i], first ? 0 : chains[i]);
        }
    }

    private static void AlongRows(float* x, long step, in Operand right, int start, int end, float* totals)
    {
        float** columns = stackalloc float*[ChainsAtOnce];
        var blocks = stackalloc float[ChainsAtOnce];
        for (var column = start; column < end; column += ChainsAtOnce)
        {
            var count = Math.Min(ChainsAtOnce, end - column);
            for (var first = 0L; first < right.Rows; first += Block)
            {
                for (var i = 0; i < ChainsAtOnce; i++)
                {
                    columns[i] = right.At(first, column + Math.Min(i, count - 1));
                }

                Chains(x + (first * step), step, columns, (int)Math.Min(Block, right.Rows - first), blocks);
                Addition.InPlace(totals + column, blocks, count, first == 0);
            }
        }
    }

    private static void Chains(float* x, long step, float** columns, int length, float* blocks)
    {
        float* w0 = columns[0], w1 = columns[1], w2 = columns[2], w3 = columns[3];
        float* w4 = columns[4], w5 = columns[5], w6 = columns[6], w7 = columns[7];
        float c0 = 0, c1 = 0, c2 = 0, c3 = 0, c4 = 0, c5 = 0, c6 = 0, c7 = 0;
        for (nint k = 0; k < length; k++)
        {
            var factor = *x;
            x += step;
            c0 = Fused.MultiplyAdd(factor, w0[k], c0);
            c1 = Fused.MultiplyAdd(factor, w1[k], c1);
            c2 = Fused.MultiplyAdd(factor, w2[k], c2);
            c3 = Fused.MultiplyAdd(factor, w3[k], c3);
            c4 = Fused.MultiplyAdd(factor, w4[k], c4);
            c5 = Fused.MultiplyAdd(factor, w5[k], c5);
            c6 = Fused.MultiplyAdd(factor, w6[k], c6);
            c7 = Fused.MultiplyAdd(factor, w7[k], c7);
        }

        blocks[0] = c0;
        blocks[1] = c1;
        blocks[2] = c2;
        blocks[3] = c3;
        blocks[4] = c4;
        blocks[5] = c5;
        blocks[6] = c6;
        blocks[7] = c7;
    }
}
