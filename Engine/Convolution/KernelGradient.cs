using Repro.Engine.Kernels.Products;
using Repro.Engine.Memory;
using Repro.Engine.Threading;

namespace Repro.Engine.Convolution;

/// <summary>
/// The gradient of a kernel: for each tap, the product of the small images' channels with the large images' channels over all pixels of the
/// small images, which are the reduction axis (rule 2) in order of image, row, column. Padding counts as zeros.
/// </summary>
internal static unsafe class KernelGradient
{
    private const int FewChannels = 16;
    private const int PanelsAtOnce = 8;
    private const int Block = Numerics.Block;

    /// <summary>Writes the gradient to where <paramref name="kernel"/> says; its input is the large side, its output the small one.</summary>
    public static void Run(in ConvolutionShape shape, float* small, float* large, in Kernel kernel)
    {
        var map = PixelMap.Forward(shape);
        var pixels = (long)shape.Images * shape.SmallRows * shape.SmallColumns;
        if (shape.LargeChannels < FewChannels && map.Taps.Length > 1)
        {
            var width = map.Taps.Length * shape.LargeChannels;
            using var rows = new Scratch(pixels * width);
            CollectedRows.Fill(map, shape.Images, large, shape.LargeRows, shape.LargeColumns, shape.LargeChannels, rows.Floats);
            var collected = shape with { LargeRows = shape.SmallRows, LargeColumns = shape.SmallColumns, LargeChannels = width };
            using var result = new Scratch((long)shape.SmallChannels * width);
            var whole = new PixelMap { Rows = map.Rows, Columns = map.Columns, Taps = [default] };
            Run(whole, collected, small, rows.Floats, new Kernel(result.Floats, 1, width, 0, 0));
            Scatter(map, shape, result.Floats, width, kernel);
        }
        else
        {
            Run(map, shape, small, large, kernel);
        }
    }

    private static void Scatter(PixelMap map, in ConvolutionShape shape, float* result, int width, in Kernel kernel)
    {
        for (var output = 0; output < shape.SmallChannels; output++)
        {
            for (var tap = 0; tap < map.Taps.Length; tap++)
            {
                for (var input = 0; input < shape.LargeChannels; input++)
                {
                    kernel.Floats[kernel.Offset(map.Taps[tap]) + (output * kernel.OutputStride) + (input * kernel.InputStride)] =
                        result[((long)output * width) + (tap * shape.LargeChannels) + input];
                }
            }
        }
    }

    /// <summary>Tasks are groups of (tap, panel of large channels) and stretches of small channels.</summary>
    private static void Run(PixelMap map, ConvolutionShape shape, float* small, float* large, Kernel kernel)
    {
        var panels = (shape.LargeChannels + MicroKernel.Columns - 1) / MicroKernel.Columns;
        var work = map.Taps.Length * panels;
        var tiles = (shape.SmallChannels + MicroKernel.Rows - 1) / MicroKernel.Rows;
        var wanted = ThreadTeam.Size == 1 ? 1 : ThreadTeam.Size * 4;
        var atOnce = Math.Clamp(work / wanted, 1, PanelsAtOnce);
        var groups = (work + atOnce - 1) / atOnce;
        var stretches = Math.Clamp(wanted / groups, 1, tiles);
        var (smallPointer, largePointer) = ((nint)small, (nint)large);
        ThreadTeam.Run(groups * stretches, task =>
        {
            var (group, stretch) = Math.DivRem(task, stretches);
            var firstTile = tiles * stretch / stretches;
            var endTile = tiles * (stretch + 1) / stretches;
            Group(
                map, shape, (float*)smallPointer, (float*)largePointer, kernel, panels, group * atOnce, Math.Min(work, (group + 1) * atOnce), firstTile, endTile);
        });
    }

    private static void Group(
        PixelMap map, in ConvolutionShape shape, float* small, float* large, in Kernel kernel, int panels, int first, int end, int firstTile, int endTile)
    {
        const int Rows = MicroKernel.Rows;
        const int Columns = MicroKernel.Columns;
        var tiles = endTile - firstTile;
        var pixels = (long)shape.Images * shape.SmallRows * shape.SmallColumns;
        using var packed = new Scratch(Block * Columns);
        using var totals = new Scratch((long)(end - first) * tiles * Rows * Columns);
        float** rows = stackalloc float*[Rows];
        float** outputs = stackalloc float*[Rows];
        for (var start = 0L; start < pixels; start += Block)
        {
            var length = (int)Math.Min(Block, pixels - start);
            for (var item = first; item < end; item++)
            {
                var (tap, panel) = Math.DivRem(item, panels);
                Pack(map, map.Taps[tap], shape, large, start, length, panel * Columns, packed.Floats);
                for (var tile = 0; tile < tiles; tile++)
                {
                    var total = totals.Floats + ((((long)(item - first) * tiles) + tile) * Rows * Columns);
                    for (var row = 0; row < Rows; row++)
                    {
                        var channel = Math.Min(((firstTile + tile) * Rows) + row, shape.SmallChannels - 1);
                        rows[row] = small + (start * shape.SmallChannels) + channel;
                        outputs[row] = total + (row * Columns);
                    }

                    MicroKernel.Run(rows, &length, 1, shape.SmallChannels, packed.Floats, outputs, start == 0);
                }
            }
        }

        Store(map, shape, totals.Floats, kernel, panels, first, end, firstTile, endTile);
    }

    private static void Pack(PixelMap map, Tap tap, in ConvolutionShape shape, float* large, long start, int length, int channel, float* packed)
    {
        const int Columns = MicroKernel.Columns;
        var width = Math.Min(Columns, shape.LargeChannels - channel);
        var (image, pixel) = Math.DivRem(start, shape.SmallRows * shape.SmallColumns);
        var (row, column) = Math.DivRem((int)pixel, shape.SmallColumns);
        for (var k = 0; k < length; k++, packed += Columns)
        {
            var largeRow = (map.RowScale * row) + tap.Row;
            var largeColumn = (map.ColumnScale * column) + tap.Column;
            var target = new Span<float>(packed, Columns);
            if ((uint)largeRow < (uint)shape.LargeRows && (uint)largeColumn < (uint)shape.LargeColumns)
            {
                var source = large + (((((image * shape.LargeRows) + largeRow) * shape.LargeColumns) + largeColumn) * shape.LargeChannels) + channel;
                new ReadOnlySpan<float>(source, width).CopyTo(target);
                target[width..].Clear();
            }
            else
            {
                target.Clear();
            }

            if (++column == shape.SmallColumns)
            {
                column = 0;
                if (++row == shape.SmallRows)
                {
                    row = 0;
                    image++;
                }
            }
        }
    }

    private static void Store(
        PixelMap map, in ConvolutionShape shape, float* totals, in Kernel kernel, int panels, int first, int end, int firstTile, int endTile)
    {
        const int Columns = MicroKernel.Columns;
        var start = firstTile * MicroKernel.Rows;
        var stop = Math.Min(endTile * MicroKernel.Rows, shape.SmallChannels);
        var size = (long)(endTile - firstTile) * MicroKernel.Rows * Columns;
        for (var item = first; item < end; item++, totals += size)
        {
            var (tap, panel) = Math.DivRem(item, panels);
            var target = kernel.Floats + kernel.Offset(map.Taps[tap]) + (panel * Columns * kernel.InputStride);
            var width = Math.Min(Columns, shape.LargeChannels - (panel * Columns));
            for (var output = start; output < stop; output++)
            {
                for (var input = 0; input < width; input++)
                {
                    target[(output * kernel.OutputStride) + (input * kernel.InputStride)] = totals[((output - start) * Columns) + input];
                }
            }
        }
    }
}
