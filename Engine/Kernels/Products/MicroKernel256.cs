using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Repro.Engine.Kernels.Products;

/// <summary>The tile of a product in 256-bit vectors: 4 rows by 2 vectors stay in registers.</summary>
internal static unsafe class MicroKernel256
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
        var c00 = Vector256<float>.Zero; var c01 = Vector256<float>.Zero;
        var c10 = Vector256<float>.Zero; var c11 = Vector256<float>.Zero;
        var c20 = Vector256<float>.Zero; var c21 = Vector256<float>.Zero;
        var c30 = Vector256<float>.Zero; var c31 = Vector256<float>.Zero;

        for (var s = 0; s < count; s++)
        {
            var b = panel + (segments[s].Start * MicroKernel.Columns);
            var a0 = rows[0]; var a1 = rows[1]; var a2 = rows[2]; var a3 = rows[3];
            rows += MicroKernel.Rows;
            nint i = 0;
            for (var k = segments[s].Length; k > 0; k--)
            {
                var b0 = Vector256.Load(b); var b1 = Vector256.Load(b + 8);
                var a = Vector256.Create(a0[i]);
                c00 = Vector256.FusedMultiplyAdd(a, b0, c00);
                c01 = Vector256.FusedMultiplyAdd(a, b1, c01);
                a = Vector256.Create(a1[i]);
                c10 = Vector256.FusedMultiplyAdd(a, b0, c10);
                c11 = Vector256.FusedMultiplyAdd(a, b1, c11);
                a = Vector256.Create(a2[i]);
                c20 = Vector256.FusedMultiplyAdd(a, b0, c20);
                c21 = Vector256.FusedMultiplyAdd(a, b1, c21);
                a = Vector256.Create(a3[i]);
                c30 = Vector256.FusedMultiplyAdd(a, b0, c30);
                c31 = Vector256.FusedMultiplyAdd(a, b1, c31);
                i += step;
                b += MicroKernel.Columns;
            }
        }

        Add(outputs[0] + column, c00, c01, first);
        Add(outputs[1] + column, c10, c11, first);
        Add(outputs[2] + column, c20, c21, first);
        Add(outputs[3] + column, c30, c31, first);
    }

    /// <summary>Adds a block to the total, which starts from +0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(float* output, Vector256<float> c0, Vector256<float> c1, bool first)
    {
        ((first ? Vector256<float>.Zero : Vector256.Load(output)) + c0).Store(output);
        ((first ? Vector256<float>.Zero : Vector256.Load(output + 8)) + c1).Store(output + 8);
    }
}
