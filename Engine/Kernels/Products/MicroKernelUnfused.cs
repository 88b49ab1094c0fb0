using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Repro.Engine.Kernels.Lanes;

namespace Repro.Engine.Kernels.Products;

/// <summary>The tile of a product in 128-bit vectors for processors without fused multiply-add, which is made of binary64 here.</summary>
internal static unsafe class MicroKernelUnfused
{
    private const int ColumnsAtOnce = 16;

    /// <inheritdoc cref="MicroKernel.Run"/>
    public static void Run(float** rows, Segment* segments, int count, nint step, float* panel, float** outputs, bool first)
    {
        for (var row = 0; row < MicroKernel.Rows; row++)
        {
            for (var column = 0; column < MicroKernel.Columns; column += ColumnsAtOnce)
            {
                Part(rows + row, segments, count, step, panel + column, outputs[row] + column, first);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Part(float** rows, Segment* segments, int count, nint step, float* panel, float* output, bool first)
    {
        var (c0, c1, c2, c3) = (Vector128<float>.Zero, Vector128<float>.Zero, Vector128<float>.Zero, Vector128<float>.Zero);
        for (var s = 0; s < count; s++, rows += MicroKernel.Rows)
        {
            var element = *rows;
            var b = panel + (segments[s].Start * MicroKernel.Columns);
            for (var k = segments[s].Length; k > 0; k--, element += step, b += MicroKernel.Columns)
            {
                var a = Vector128.Create(*element);
                c0 = Fused.InDouble(a, Vector128.Load(b), c0);
                c1 = Fused.InDouble(a, Vector128.Load(b + 4), c1);
                c2 = Fused.InDouble(a, Vector128.Load(b + 8), c2);
                c3 = Fused.InDouble(a, Vector128.Load(b + 12), c3);
            }
        }

        Add(output, c0, first);
        Add(output + 4, c1, first);
        Add(output + 8, c2, first);
        Add(output + 12, c3, first);
    }

    private static void Add(float* output, Vector128<float> block, bool first) =>
        ((first ? Vector128<float>.Zero : Vector128.Load(output)) + block).Store(output);
}
