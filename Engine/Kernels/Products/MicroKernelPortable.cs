namespace Repro.Engine.Kernels.Products;

/// <summary>The tile of a product in plain loops: the reference that states the order, and the kernel of processors without fused multiply-add.</summary>
internal static unsafe class MicroKernelPortable
{
    /// <inheritdoc cref="MicroKernel.Run"/>
    public static void Run(float** rows, int* lengths, int segments, nint step, float* panel, float** outputs, bool first)
    {
        Span<float> block = stackalloc float[MicroKernel.Columns];
        for (var row = 0; row < MicroKernel.Rows; row++)
        {
            block.Clear();
            var b = panel;
            for (var segment = 0; segment < segments; segment++)
            {
                var a = rows[(segment * MicroKernel.Rows) + row];
                for (var k = 0; k < lengths[segment]; k++)
                {
                    for (var column = 0; column < block.Length; column++)
                    {
                        block[column] = Fused.MultiplyAdd(a[k * step], b[column], block[column]);
                    }

                    b += MicroKernel.Columns;
                }
            }

            var output = outputs[row];
            for (var column = 0; column < block.Length; column++)
            {
                output[column] = (first ? 0 : output[column]) + block[column];
            }
        }
    }
}
