using Repro.Engine.Kernels;
using Repro.Engine.Kernels.Elementwise;
using Repro.Engine.Kernels.Products;
using Repro.Engine.Memory;
using Repro.Engine.Threading;

namespace Repro.Engine.Convolution;

/// <summary>
/// <see cref="KernelGradient"/> for a large side of few channels: what all taps of a pixel read is one row, so there are few products along
/// a long axis. Tasks are its blocks (rule 2), whose sums are then added up in their order.
/// </summary>
internal readonly unsafe struct CollectedKernelGradient
{
    private const int Rows = MicroKernel.Rows;
    private const int Columns = MicroKernel.Columns;
    private const int Block = Order.Block;

    /// <summary>Sums of blocks that are kept until they are added: about half of a cache that a thread has to itself.</summary>
    private const long SumsAtOnce = 200_000;

    private readonly CollectedRows rows;
    private readonly float* small;
    private readonly int smallChannels;
    private readonly long pixels;
    private readonly int panels;
    private readonly int tiles;

    private CollectedKernelGradient(PixelMap map, in ConvolutionShape shape, float* small, float* large)
    {
        rows = new CollectedRows(map, large, shape.LargeRows, shape.LargeColumns, shape.LargeChannels);
        this.small = small;
        smallChannels = shape.SmallChannels;
        pixels = (long)shape.Images * shape.SmallRows * shape.SmallColumns;
        panels = (rows.Width + Columns - 1) / Columns;
        tiles = (smallChannels + Rows - 1) / Rows;
    }

    private int Size => panels * tiles * Rows * Columns;

    /// <summary>Writes the products, laid out by small channel, tap and large channel.</summary>
    public static void Run(PixelMap map, in ConvolutionShape shape, float* small, float* large, float* products)
    {
        var self = new CollectedKernelGradient(map, shape, small, large);
        var blocks = (self.pixels + Block - 1) / Block;
        var atOnce = Math.Clamp(SumsAtOnce / self.Size, 1, Math.Max(1, blocks));
        using var sums = new Scratch(atOnce * self.Size);
        using var totals = new Scratch(self.Size);
        new Span<float>(totals.Floats, self.Size).Clear();
        var (blockSums, all) = ((nint)sums.Floats, (nint)totals.Floats);
        for (var first = 0L; first < blocks; first += atOnce)
        {
            var (start, count) = (first, (int)Math.Min(atOnce, blocks - first));
            ThreadTeam.Run(count, i => self.SumBlock(start + i, (float*)blockSums + ((long)i * self.Size)));
            Partition.Run(self.Size, count, (from, to) => self.Add((float*)blockSums, count, (float*)all, (int)from, (int)to));
        }

        self.Store(totals.Floats, products);
    }

    private void SumBlock(long block, float* sums)
    {
        var start = block * Block;
        var length = (int)Math.Min(Block, pixels - start);
        using var collected = new Scratch(Block * rows.Width);
        rows.Fill(start, length, collected.Floats);
        using var packed = new Panels(collected.Floats, [0], length, rows.Width, rows.Width, 1);
        float** inputs = stackalloc float*[Rows];
        float** outputs = stackalloc float*[Rows];
        var segment = new Segment(0, length);
        for (var panel = 0; panel < panels; panel++)
        {
            for (var tile = 0; tile < tiles; tile++, sums += Rows * Columns)
            {
                for (var row = 0; row < Rows; row++)
                {
                    inputs[row] = small + (start * smallChannels) + Math.Min((tile * Rows) + row, smallChannels - 1);
                    outputs[row] = sums + (row * Columns);
                }

                MicroKernel.Run(inputs, &segment, 1, smallChannels, packed.Floats + (panel * packed.Stride), outputs, true);
            }
        }
    }

    private void Add(float* sums, int count, float* totals, int from, int to)
    {
        for (var i = 0; i < count; i++)
        {
            Addition.InPlace(totals + from, sums + ((long)i * Size) + from, to - from);
        }
    }

    private void Store(float* totals, float* products)
    {
        for (var channel = 0; channel < smallChannels; channel++)
        {
            for (var panel = 0; panel < panels; panel++)
            {
                var from = totals + (((((panel * tiles) + (channel / Rows)) * Rows) + (channel % Rows)) * Columns);
                PanelRow.Copy(
                    from, products + ((long)channel * rows.Width) + (panel * Columns), Math.Min(Columns, rows.Width - (panel * Columns)));
            }
        }
    }
}
