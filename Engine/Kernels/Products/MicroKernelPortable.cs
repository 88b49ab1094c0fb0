using System.Runtime.CompilerServices;
using Repro.Engine.Kernels.Lanes;

namespace Repro.Engine.Kernels.Products;

/// <summary>
/// The tile of a product in plain loops: the reference that states the order, and the kernel of processors without vectors.
/// </summary>
internal static unsafe class MicroKernelPortable
{
    /// <inheritdoc cref="MicroKernel.Run"/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(float** rows, Segment* segments, int count, nint step, float* panel, float** outputs, bool first)
    {
        float* block = stackalloc float[MicroKernel.Columns];
        for (var row = 0; row < MicroKernel.Rows; row++)
        {
            new Span<float>(block, MicroKernel.Columns).Clear();
            for (var s = 0; s < count; s++)
            {
                var a = rows[(s * MicroKernel.Rows) + row];
                var b = panel + (segments[s].Start * MicroKernel.Columns);
                for (var k = segments[s].Length; k > 0; k--, a += step, b += MicroKernel.Columns)
                {
                    for (var column = 0; column < MicroKernel.Columns; column++)
                    {
                        block[column] = Fused.MultiplyAdd(*a, b[column], block[column]);
                    }
                }
            }

            var output = outputs[row];
            for (var column = 0; column < MicroKernel.Columns; column++)
            {
                output[column] = (first ? 0 : output[column]) + block[column];
            }
        }
    }
}
