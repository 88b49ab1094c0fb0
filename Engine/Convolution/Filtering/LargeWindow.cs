namespace Repro.Engine.Convolution.Filtering;

/// <summary>The pixels of one phase of the large side that a tile of 2 × 2 small pixels meets.</summary>
internal static unsafe class LargeWindow
{
    public static void Locate(
        in ConvolutionShape shape, float* large, int image, int row, int column, int phase, float** pixels, float* zeros)
    {
        for (var i = 0; i < Filter.Points; i++)
        {
            var y = (Filter.Stride * ((Filter.Side * row) + i)) + (phase / Filter.Stride) - shape.PaddingRows;
            var line = large + ((((long)image * shape.LargeRows) + y) * shape.LargeColumns * shape.LargeChannels);
            for (var j = 0; j < Filter.Points; j++)
            {
                var x = (Filter.Stride * ((Filter.Side * column) + j)) + (phase % Filter.Stride) - shape.PaddingColumns;
                pixels[(i * Filter.Points) + j] = (uint)y < (uint)shape.LargeRows && (uint)x < (uint)shape.LargeColumns
                    ? line + ((long)x * shape.LargeChannels)
                    : zeros;
            }
        }
    }
}
