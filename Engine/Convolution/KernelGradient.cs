using System.Runtime.Intrinsics.X86;
using Repro.Engine.Kernels;
using Repro.Engine.Kernels.Products;
using Repro.Engine.Memory;
using Repro.Engine.Tensors;
using Repro.Engine.Threading;

namespace Repro.Engine.Convolution;

/// <summary>
/// The gradient of a kernel. For each tap, it is the product of the small images' channels with the large images' channels. The reduction
/// axis (rule 2) is all pixels of the small images, in order of image, row, column. Padding counts as zeros.
/// </summary>
internal static unsafe class KernelGradient
{
    private const int FewChannels = 16;
    private const int PanelsAtOnce = 8;
    private const int Block = Order.Block;

    /// <summary>
    /// Writes the gradient to where <paramref name="kernel"/> says; its input is the large side, its output the small one.
    /// </summary>
    public static void Run(in ConvolutionShape shape, float* small, float* large, in Kernel kernel)
    {
        var map = PixelMap.Forward(shape);
        var width = map.Taps.Length * shape.LargeChannels;
        using var result = new Scratch((long)shape.SmallChannels * width);
        if (shape.LargeChannels < FewChannels && map.Taps.Length > 1)
        {
            CollectedKernelGradient.Run(map, shape, small, large, result.Floats);
        }
        else
        {
            Run(map, shape, small, large, result.Floats);
        }

        Arrange(map.Taps, shape.SmallChannels, shape.LargeChannels, result.Floats, kernel);
    }

    /// <summary>Copies the products, laid out by small channel, tap and large channel, to the kernel's own layout.</summary>
    private static void Arrange(Tap[] taps, int smallChannels, int largeChannels, float* products, Kernel kernel)
    {
        var from = (nint)products;
        var offsets = kernel.Offsets(taps);
        var adjacent = offsets.Select((offset, tap) => offset == tap).All(same => same);
        Partition.Run(smallChannels, (long)taps.Length * largeChannels, (start, end) =>
        {
            for (var small = start; small < end; small++)
            {
                var source = (float*)from + (small * taps.Length * largeChannels);
                var target = kernel.Floats + (small * kernel.OutputStride);
                if (adjacent)
                {
                    Transposition.Run(source, offsets.Length, largeChannels, largeChannels, target, kernel.InputStride);
                    continue;
                }

                for (var large = 0; large < largeChannels; large++)
                {
                    for (var tap = 0; tap < offsets.Length; tap++)
                    {
                        target[(large * kernel.InputStride) + offsets[tap]] = source[((long)tap * largeChannels) + large];
                    }
                }
            }
        });
    }

    /// <summary>Tasks are groups of (tap, panel of large channels) and stretches of small channels.</summary>
    private static void Run(PixelMap map, ConvolutionShape shape, float* small, float* large, float* products)
    {
        var panels = (shape.LargeChannels + MicroKernel.Columns - 1) / MicroKernel.Columns;
        var work = map.Taps.Length * panels;
        var tiles = (shape.SmallChannels + MicroKernel.Rows - 1) / MicroKernel.Rows;
        var wanted = Partition.Tasks;
        var atOnce = Math.Clamp(work / wanted, 1, PanelsAtOnce);
        var groups = (work + atOnce - 1) / atOnce;
        var stretches = Math.Clamp(wanted / groups, 1, tiles);
        var (smallPointer, largePointer, output) = ((nint)small, (nint)large, (nint)products);
        ThreadTeam.Run(groups * stretches, task =>
        {
            var (group, stretch) = Math.DivRem(task, stretches);
            var firstTile = tiles * stretch / stretches;
            var endTile = tiles * (stretch + 1) / stretches;
            Group(
                map, shape, (float*)smallPointer, (float*)largePointer, (float*)output, panels, group * atOnce, Math.Min(
                    work, (group + 1) * atOnce), firstTile, endTile);
        });
    }

    private static void Group(
        PixelMap map, in ConvolutionShape shape, float* small, float* large, float* products, int panels, int first, int end, int firstTile,
        int endTile)
    {
        const int Rows = MicroKernel.Rows;
        const int Columns = MicroKernel.Columns;
        var tiles = endTile - firstTile;
        var pixels = (long)shape.Images * shape.SmallRows * shape.SmallColumns;
        using var packed = new Scratch(Block * Columns);
        using var totals = new Scratch((long)(end - first) * tiles * Rows * Columns);
        var mostSegments = (Block / shape.SmallColumns) + 2;
        using var pointers = new Scratch((long)mostSegments * Rows * sizeof(nint) / sizeof(float));
        var rows = (float**)pointers.Floats;
        var segments = stackalloc Segment[mostSegments];
        float** outputs = stackalloc float*[Rows];
        for (var start = 0L; start < pixels; start += Block)
        {
            var length = (int)Math.Min(Block, pixels - start);
            for (var item = first; item < end; item++)
            {
                var (tap, panel) = Math.DivRem(item, panels);
                var count = Pack(map, map.Taps[tap], shape, large, start, length, panel * Columns, packed.Floats, segments);
                for (var tile = 0; tile < tiles; tile++)
                {
                    var total = totals.Floats + ((((long)(item - first) * tiles) + tile) * Rows * Columns);
                    for (var row = 0; row < Rows; row++)
                    {
                        var channel = Math.Min(((firstTile + tile) * Rows) + row, shape.SmallChannels - 1);
                        outputs[row] = total + (row * Columns);
                        for (var i = 0; i < count; i++)
                        {
                            rows[(i * Rows) + row] = small + ((start + segments[i].Start) * shape.SmallChannels) + channel;
                        }
                    }

                    MicroKernel.Run(rows, segments, count, shape.SmallChannels, packed.Floats, outputs, start == 0);
                }
            }
        }

        Store(map.Taps.Length, shape, totals.Floats, products, panels, first, end, firstTile, endTile);
    }

    /// <summary>
    /// Packs what a tap reads at the pixels [start, start + length), one stretch of an image row after the other. Rows of padding are left
    /// out: their products are zeros, which change no total. The segments say what is there.
    /// </summary>
    private static int Pack(
        PixelMap map, Tap tap, in ConvolutionShape shape, float* large, long start, int length, int channel, float* packed,
        Segment* segments)
    {
        const int Columns = MicroKernel.Columns;
        var width = Math.Min(Columns, shape.LargeChannels - channel);
        var step = (long)map.ColumnScale * shape.LargeChannels;
        var (image, pixel) = Math.DivRem(start, shape.SmallRows * shape.SmallColumns);
        var (row, column) = Math.DivRem((int)pixel, shape.SmallColumns);
        var found = 0;
        var ahead = (long)Block / shape.SmallColumns * map.RowScale * shape.LargeColumns * shape.LargeChannels;
        for (var k = 0; k < length; column = 0)
        {
            var count = Math.Min(length - k, shape.SmallColumns - column);
            var largeRow = (map.RowScale * row) + tap.Row;
            var first = (map.ColumnScale * column) + tap.Column;
            var source = large + (((((image * shape.LargeRows) + largeRow) * shape.LargeColumns) + first) * shape.LargeChannels) + channel;
            if ((uint)largeRow < (uint)shape.LargeRows)
            {
                if (found > 0 && segments[found - 1].Start + segments[found - 1].Length == k)
                {
                    segments[found - 1] = segments[found - 1] with { Length = segments[found - 1].Length + count };
                }
                else
                {
                    segments[found++] = new Segment(k, count);
                }

                PackRow(source, step, first, map.ColumnScale, shape.LargeColumns, count, width, packed + (k * Columns), ahead);
            }

            k += count;
            if (++row == shape.SmallRows)
            {
                row = 0;
                image++;
            }
        }

        return found;
    }

    private static void PackRow(
        float* source, long step, int first, int scale, int columns, int count, int width, float* packed, long ahead)
    {
        const int Columns = MicroKernel.Columns;
        for (var i = 0; i < count; i++, source += step, packed += Columns)
        {
            if (Sse.IsSupported)
            {
                // About where the next block begins: by then it has arrived.
                Sse.Prefetch1(source + ahead);
                Sse.Prefetch1(source + ahead + (Columns / 2));
            }

            if ((uint)(first + (scale * i)) >= (uint)columns)
            {
                new Span<float>(packed, Columns).Clear();
            }
            else
            {
                PanelRow.Copy(source, packed, width);
                new Span<float>(packed + width, Columns - width).Clear();
            }
        }
    }

    private static void Store(
        int taps, in ConvolutionShape shape, float* totals, float* products, int panels, int first, int end, int firstTile, int endTile)
    {
        const int Columns = MicroKernel.Columns;
        var start = firstTile * MicroKernel.Rows;
        var stop = Math.Min(endTile * MicroKernel.Rows, shape.SmallChannels);
        var size = (long)(endTile - firstTile) * MicroKernel.Rows * Columns;
        for (var item = first; item < end; item++, totals += size)
        {
            var (tap, panel) = Math.DivRem(item, panels);
            var width = Math.Min(Columns, shape.LargeChannels - (panel * Columns));
            for (var small = start; small < stop; small++)
            {
                var target = products + ((((long)small * taps) + tap) * shape.LargeChannels) + (panel * Columns);
                PanelRow.Copy(totals + ((small - start) * Columns), target, width);
            }
        }
    }
}
