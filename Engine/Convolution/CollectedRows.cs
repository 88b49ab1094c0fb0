using Repro.Engine.Threading;

namespace Repro.Engine.Convolution;

/// <summary>
/// Copies what the taps of each output pixel read into one row (tap-major, zeros outside of the input). For images of few channels,
/// where following pointers would cost more than the copy.
/// </summary>
internal static unsafe class CollectedRows
{
    public static void Fill(PixelMap map, int images, float* input, int inputRows, int inputColumns, int channels, float* rows)
    {
        var width = map.Taps.Length * channels;
        var (from, to) = ((nint)input, (nint)rows);
        Split.Run((long)images * map.Rows, (long)map.Columns * width, (start, end) =>
        {
            for (var index = start; index < end; index++)
            {
                var (image, row) = Math.DivRem(index, map.Rows);
                var source = (float*)from + (image * inputRows * inputColumns * channels);
                var target = (float*)to + (index * map.Columns * width);
                for (var column = 0; column < map.Columns; column++)
                {
                    foreach (var tap in map.Taps)
                    {
                        var inputRow = (map.RowScale * (int)row) + tap.Row;
                        var inputColumn = (map.ColumnScale * column) + tap.Column;
                        var inside = (uint)inputRow < (uint)inputRows && (uint)inputColumn < (uint)inputColumns;
                        var pixel = source + (((inputRow * inputColumns) + inputColumn) * channels);
                        for (var channel = 0; channel < channels; channel++)
                        {
                            target[channel] = inside ? pixel[channel] : 0;
                        }

                        target += channels;
                    }
                }
            }
        });
    }
}
