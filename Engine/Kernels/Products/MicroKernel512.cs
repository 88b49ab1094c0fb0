using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Repro.Engine.Kernels.Products;

/// <summary>The tile of a product in 512-bit vectors: 8 rows by 2 vectors stay in registers.</summary>
internal static unsafe class MicroKernel512
{
    /// <inheritdoc cref="MicroKernel.Run"/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(float** rows, Segment* segments, int count, nint step, float* panel, float** outputs, bool first)
    {
        var c00 = Vector512<float>.Zero; var c01 = Vector512<float>.Zero;
        var c10 = Vector512<float>.Zero; var c11 = Vector512<float>.Zero;
        var c20 = Vector512<float>.Zero; var c21 = Vector512<float>.Zero;
        var c30 = Vector512<float>.Zero; var c31 = Vector512<float>.Zero;
        var c40 = Vector512<float>.Zero; var c41 = Vector512<float>.Zero;
        var c50 = Vector512<float>.Zero; var c51 = Vector512<float>.Zero;
        var c60 = Vector512<float>.Zero; var c61 = Vector512<float>.Zero;
        var c70 = Vector512<float>.Zero; var c71 = Vector512<float>.Zero;

        for (var s = 0; s < count; s++)
        {
            var b = panel + (segments[s].Start * MicroKernel.Columns);
            var a0 = rows[0]; var a1 = rows[1]; var a2 = rows[2]; var a3 = rows[3];
            var a4 = rows[4]; var a5 = rows[5]; var a6 = rows[6]; var a7 = rows[7];
            rows += MicroKernel.Rows;
            nint i = 0;
            for (var k = segments[s].Length; k > 0; k--)
            {
                var b0 = Vector512.Load(b); var b1 = Vector512.Load(b + 16);
                var a = Vector512.Create(a0[i]);
                c00 = Vector512.FusedMultiplyAdd(a, b0, c00);
                c01 = Vector512.FusedMultiplyAdd(a, b1, c01);
                a = Vector512.Create(a1[i]);
                c10 = Vector512.FusedMultiplyAdd(a, b0, c10);
                c11 = Vector512.FusedMultiplyAdd(a, b1, c11);
                a = Vector512.Create(a2[i]);
                c20 = Vector512.FusedMultiplyAdd(a, b0, c20);
                c21 = Vector512.FusedMultiplyAdd(a, b1, c21);
                a = Vector512.Create(a3[i]);
                c30 = Vector512.FusedMultiplyAdd(a, b0, c30);
                c31 = Vector512.FusedMultiplyAdd(a, b1, c31);
                a = Vector512.Create(a4[i]);
                c40 = Vector512.FusedMultiplyAdd(a, b0, c40);
                c41 = Vector512.FusedMultiplyAdd(a, b1, c41);
                a = Vector512.Create(a5[i]);
                c50 = Vector512.FusedMultiplyAdd(a, b0, c50);
                c51 = Vector512.FusedMultiplyAdd(a, b1, c51);
                a = Vector512.Create(a6[i]);
                c60 = Vector512.FusedMultiplyAdd(a, b0, c60);
                c61 = Vector512.FusedMultiplyAdd(a, b1, c61);
                a = Vector512.Create(a7[i]);
                c70 = Vector512.FusedMultiplyAdd(a, b0, c70);
                c71 = Vector512.FusedMultiplyAdd(a, b1, c71);
                i += step;
                b += MicroKernel.Columns;
            }
        }

        Add(outputs[0], c00, c01, first);
        Add(outputs[1], c10, c11, first);
        Add(outputs[2], c20, c21, first);
        Add(outputs[3], c30, c31, first);
        Add(outputs[4], c40, c41, first);
        Add(outputs[5], c50, c51, first);
        Add(outputs[6], c60, c61, first);
        Add(outputs[7], c70, c71, first);
    }

    /// <summary>Adds a block to the total, which starts from +0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(float* output, Vector512<float> c0, Vector512<float> c1, bool first)
    {
        ((first ? Vector512<float>.Zero : Vector512.Load(output)) + c0).Store(output);
        ((first ? Vector512<float>.Zero : Vector512.Load(output + 16)) + c1).Store(output + 16);
    }
}
