using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Repro.Engine.Kernels.Products;

/// <summary>The tile of a product in 128-bit vectors: 4 rows by 4 vectors stay in registers.</summary>
internal static unsafe class MicroKernel128
{
    private const int RowsAtOnce = 4;
    private const int ColumnsAtOnce = 16;

    /// <inheritdoc cref="MicroKernel.Run"/>
    public static void Run(float** rows, Segment* segments, int count, nint step, float* panel, float** outputs, bool first)
    {
        for (var column = 0; column < MicroKernel.Columns; column += ColumnsAtOnce)
        {
            for (var row = 0; row < MicroKernel.Rows; row += RowsAtOnce)
            {
                Part(rows + row, segments, count, step, panel + column, outputs + row, column, first);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Part(float** rows, Segment* segments, int count, nint step, float* panel, float** outputs, int column, bool first)
    {
        var c00 = Vector128<float>.Zero; var c01 = Vector128<float>.Zero; var c02 = Vector128<float>.Zero; var c03 = Vector128<float>.Zero;
        var c10 = Vector128<float>.Zero; var c11 = Vector128<float>.Zero; var c12 = Vector128<float>.Zero; var c13 = Vector128<float>.Zero;
        var c20 = Vector128<float>.Zero; var c21 = Vector128<float>.Zero; var c22 = Vector128<float>.Zero; var c23 = Vector128<float>.Zero;
        var c30 = Vector128<float>.Zero; var c31 = Vector128<float>.Zero; var c32 = Vector128<float>.Zero; var c33 = Vector128<float>.Zero;

        for (var s = 0; s < count; s++)
        {
            var b = panel + (segments[s].Start * MicroKernel.Columns);
            var a0 = rows[0]; var a1 = rows[1]; var a2 = rows[2]; var a3 = rows[3];
            rows += MicroKernel.Rows;
            nint i = 0;
            for (var k = segments[s].Length; k > 0; k--)
            {
                var b0 = Vector128.Load(b); var b1 = Vector128.Load(b + 4); var b2 = Vector128.Load(b + 8); var b3 = Vector128.Load(b + 12);
                var a = Vector128.Create(a0[i]);
                c00 = Vector128.FusedMultiplyAdd(a, b0, c00);
                c01 = Vector128.FusedMultiplyAdd(a, b1, c01);
                c02 = Vector128.FusedMultiplyAdd(a, b2, c02);
                c03 = Vector128.FusedMultiplyAdd(a, b3, c03);
                a = Vector128.Create(a1[i]);
                c10 = Vector128.FusedMultiplyAdd(a, b0, c10);
                c11 = Vector128.FusedMultiplyAdd(a, b1, c11);
                c12 = Vector128.FusedMultiplyAdd(a, b2, c12);
                c13 = Vector128.FusedMultiplyAdd(a, b3, c13);
                a = Vector128.Create(a2[i]);
                c20 = Vector128.FusedMultiplyAdd(a, b0, c20);
                c21 = Vector128.FusedMultiplyAdd(a, b1, c21);
                c22 = Vector128.FusedMultiplyAdd(a, b2, c22);
                c23 = Vector128.FusedMultiplyAdd(a, b3, c23);
                a = Vector128.Create(a3[i]);
                c30 = Vector128.FusedMultiplyAdd(a, b0, c30);
                c31 = Vector128.FusedMultiplyAdd(a, b1, c31);
                c32 = Vector128.FusedMultiplyAdd(a, b2, c32);
                c33 = Vector128.FusedMultiplyAdd(a, b3, c33);
                i += step;
                b += MicroKernel.Columns;
            }
        }

        Add(outputs[0] + column, c00, c01, c02, c03, first);
        Add(outputs[1] + column, c10, c11, c12, c13, first);
        Add(outputs[2] + column, c20, c21, c22, c23, first);
        Add(outputs[3] + column, c30, c31, c32, c33, first);
    }

    /// <summary>Adds a block to the total, which starts from +0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(float* output, Vector128<float> c0, Vector128<float> c1, Vector128<float> c2, Vector128<float> c3, bool first)
    {
        ((first ? Vector128<float>.Zero : Vector128.Load(output)) + c0).Store(output);
        ((first ? Vector128<float>.Zero : Vector128.Load(output + 4)) + c1).Store(output + 4);
        ((first ? Vector128<float>.Zero : Vector128.Load(output + 8)) + c2).Store(output + 8);
        ((first ? Vector128<float>.Zero : Vector128.Load(output + 12)) + c3).Store(output + 12);
    }
}
