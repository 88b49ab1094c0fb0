using Repro.Engine.Kernels.Products;

namespace Repro.Engine.Convolution;

/// <summary>
/// The output pixels of a map as the rows of a product: each points to the input pixels that its taps read. Images are channels-last.
/// </summary>
internal readonly unsafe struct PixelRows(
    PixelMap map, int images, float* input, int inputRows, int inputColumns, int inputChannels, float* output, int outputRows,
    int outputColumns, int outputChannels, float* zeros)
    : ITileSource
{
    private readonly Reach reach = Reach.Of(map.Taps);
    private readonly long[] offsets = map.InputOffsets(inputColumns, inputChannels);

    public long Rows => (long)images * map.Rows * map.Columns;

    public float* Padding => zeros;

    public void Locate(long first, float** inputs, float** outputs, float* unused)
    {
        var pixels = (long)map.Rows * map.Columns;
        var taps = map.Taps;
        var where = offsets;
        for (var r = 0; r < MicroKernel.Rows; r++)
        {
            var index = first + r;
            if (index >= Rows)
            {
                outputs[r] = unused;
                for (var tap = 0; tap < map.Taps.Length; tap++)
                {
                    inputs[(tap * MicroKernel.Rows) + r] = zeros is null ? input : zeros;
                }

                continue;
            }

            var (image, pixel) = Math.DivRem(index, pixels);
            var (row, column) = Math.DivRem((int)pixel, map.Columns);
            var outputRow = (image * outputRows) + map.FirstRow + (map.RowStep * row);
            outputs[r] = output + (((outputRow * outputColumns) + map.FirstColumn + (map.ColumnStep * column)) * outputChannels);
            var (scaledRow, scaledColumn) = (map.RowScale * row, map.ColumnScale * column);
            var corner = input + (((((image * inputRows) + scaledRow) * inputColumns) + scaledColumn) * inputChannels);
            if (reach.Fits(scaledRow, scaledColumn, inputRows, inputColumns))
            {
                for (var tap = 0; tap < where.Length; tap++)
                {
                    inputs[(tap * MicroKernel.Rows) + r] = corner + where[tap];
                }
            }
            else
            {
                for (var tap = 0; tap < where.Length; tap++)
                {
                    inputs[(tap * MicroKernel.Rows) + r] =
                        taps[tap].IsInside(scaledRow, scaledColumn, inputRows, inputColumns) ? corner + where[tap] : zeros;
                }
            }
        }
    }
}
