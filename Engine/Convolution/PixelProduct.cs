using Repro.Engine.Kernels.Products;
using Repro.Engine.Memory;
using Repro.Engine.Threading;

namespace Repro.Engine.Convolution;

/// <summary>
/// A convolution by a map: each output pixel is the product of the input pixels its taps read with the kernel. The reduction axis runs
/// through the map's taps and, within a tap, through the channels (rule 2). Images are channels-last.
/// </summary>
internal static unsafe class PixelProduct
{
    private const int FewInputChannels = 16;

    /// <summary>An image batch: pointer and sizes.</summary>
    public readonly record struct Images(nint Address, int Rows, int Columns, int Channels)
    {
        public float* Floats => (float*)Address;
    }

    /// <param name="maps">Which pixels are read, by the outputs of one phase after the other.</param>
    /// <param name="count">Number of images.</param>
    /// <param name="input">Images read.</param>
    /// <param name="output">Images written, where the map says.</param>
    /// <param name="kernel">The kernel.</param>
    /// <param name="bias">One number for each output channel, or null.</param>
    public static void Run(IReadOnlyList<PixelMap> maps, int count, Images input, Images output, in Kernel kernel, float* bias)
    {
        if (NarrowProduct.Fits(maps, input.Channels, output.Channels))
        {
            NarrowProduct.Run(maps, count, input, output, kernel, bias);
            return;
        }

        // The taps of all maps together, as most kernels lie in memory: packing them one map at a time would read the kernel once for each.
        Tap[] taps = [.. maps.SelectMany(map => map.Taps)];
        using var panels = new Panels(
            kernel.Floats, kernel.Offsets(taps), input.Channels, kernel.InputStride, output.Channels, kernel.OutputStride);
        var first = 0;
        foreach (var map in maps)
        {
            if (map.Taps.Length == 0)
            {
                FillEmpty(map, count, output, bias);
            }
            else
            {
                Run(map, count, input, output, panels.Part(first, map.Taps.Length), bias);
            }

            first += map.Taps.Length;
        }
    }

    private static void Run(PixelMap map, int count, Images input, Images output, in Panels panels, float* bias)
    {
        if (input.Channels < FewInputChannels && map.Taps.Length > 1)
        {
            var collected = new CollectedRows(map, input.Floats, input.Rows, input.Columns, input.Channels);
            var width = collected.Width;
            using var rows = new Scratch((long)count * map.Rows * map.Columns * width);
            var to = (nint)rows.Floats;
            Partition.Run((long)count * map.Rows, (long)map.Columns * width, (start, end) =>
                collected.Fill(start * map.Columns, (end - start) * map.Columns, (float*)to + (start * map.Columns * width)));
            var whole = new PixelMap
            {
                Rows = map.Rows,
                Columns = map.Columns,
                FirstRow = map.FirstRow,
                FirstColumn = map.FirstColumn,
                RowStep = map.RowStep,
                ColumnStep = map.ColumnStep,
                Taps = [default],
            };
            var source = new PixelRows(
                whole, count, rows.Floats, map.Rows, map.Columns, width, output.Floats, output.Rows, output.Columns, output.Channels, null);
            Product.Run(source, 1, panels.AsOneTap(), bias);
        }
        else
        {
            using var zeros = new Scratch(input.Channels);
            new Span<float>(zeros.Floats, input.Channels).Clear();
            var source = new PixelRows(
                map, count, input.Floats, input.Rows, input.Columns, input.Channels, output.Floats, output.Rows, output.Columns,
                output.Channels, zeros.Floats);
            Product.Run(source, 1, panels, bias);
        }
    }

    /// <summary>A kernel smaller than the stride leaves phases without any tap: their pixels are the bias alone.</summary>
    private static void FillEmpty(PixelMap map, int count, Images output, float* bias)
    {
        for (var image = 0L; image < count; image++)
        {
            for (var row = map.FirstRow; row < output.Rows; row += map.RowStep)
            {
                for (var column = map.FirstColumn; column < output.Columns; column += map.ColumnStep)
                {
                    var pixel = output.Floats + (((((image * output.Rows) + row) * output.Columns) + column) * output.Channels);
                    for (var channel = 0; channel < output.Channels; channel++)
                    {
                        pixel[channel] = bias is null ? 0 : 0 + bias[channel];
                    }
                }
            }
        }
    }
}
