using Repro.Engine.Tensors;
using Repro.Engine.Tests.Testing;

namespace Repro.Engine.Tests.Kernels.Products;

public unsafe class TranspositionTests
{
    /// <summary>Up to three squares of four, then around one and two of sixteen.</summary>
    private static readonly int[] Sizes = [.. Enumerable.Range(0, 14), 15, 16, 17, 20, 31, 32, 33, 37];

    [Fact]
    public void RowsBecomeColumnsAndNothingBesideThemChanges()
    {
        foreach (var rows in Sizes)
        {
            foreach (var columns in Sizes)
            {
                var (inputStride, outputStride) = (columns + (rows % 3), rows + (columns % 4));
                var input = Samples.Numbers(rows * inputStride, 1);
                var expected = Samples.Numbers(columns * outputStride, 2);
                var output = expected.ToArray();
                for (var row = 0; row < rows; row++)
                {
                    for (var column = 0; column < columns; column++)
                    {
                        expected[(column * outputStride) + row] = input[(row * inputStride) + column];
                    }
                }

                fixed (float* from = input, to = output)
                {
                    Transposition.Run(from, rows, inputStride, columns, to, outputStride);
                }

                Bits.Equal(expected, output, $"{rows} × {columns}");
            }
        }
    }
}
