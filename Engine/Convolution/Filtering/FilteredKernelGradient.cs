using Repro.Engine.Kernels;
using Repro.Engine.Kernels.Products;
using Repro.Engine.Memory;
using Repro.Engine.Tensors;
using Repro.Engine.Threading;

namespace Repro.Engine.Convolution.Filtering;

/// <summary>
/// The gradient of a kernel by minimal filtering: in each phase the small side's tiles of 2 × 2 pixels take the place of a kernel that
/// slides over the large side's windows. The reduction axis runs through the tiles, in order of image, row and column (rule 2); what is
/// transformed is a slab of a few blocks at a time.
/// </summary>
internal static unsafe class FilteredKernelGradient
{
    private const int Rows = MicroKernel.Rows;
    private const int Columns = MicroKernel.Columns;
    private const int Block = Order.Block;
    private const int Taps = Filter.Kernel * Filter.Kernel;
    private const int Corners = Filter.Side * Filter.Side;
    private const int AllProducts = Filter.Phases * Filter.Products;
    private const int TilesAtOnce = 16;
    private const int TotalsOfStrip = AllProducts * Rows * Columns;

    /// <summary>
    /// Keeps stretches of a power of two from lying at the same place of each page, where they would compete for cache lines.
    /// </summary>
    private const int Gap = 16;

    /// <summary>Numbers of a slab's points: what a cache that threads share may hold.</summary>
    private const long PointsAtOnce = 1_000_000;

    /// <summary>Writes the gradient to where <paramref name="kernel"/> says, and returns whether all of it is finite.</summary>
    public static bool TryRun(in ConvolutionShape shape, float* small, float* large, in Kernel kernel)
    {
        var tiles = shape.Images * Filter.Tiles(shape.SmallRows) * Filter.Tiles(shape.SmallColumns);
        var panels = (shape.LargeChannels + Columns - 1) / Columns;
        var strips = (shape.SmallChannels + Rows - 1) / Rows;
        var numbers = ((long)AllProducts * panels * Columns) + ((long)Filter.Products * strips * Rows);
        var length = (int)Math.Min(tiles, Math.Max(1, PointsAtOnce / numbers / Block) * Block);
        using var smallPoints = new Scratch((long)Filter.Products * strips * ((Rows * length) + Gap));
        using var largePoints = new Scratch((long)AllProducts * panels * ((Columns * length) + Gap));
        var slab = new Slab(
            shape, (nint)small, (nint)large, kernel, panels, strips, length, (nint)smallPoints.Floats, (nint)largePoints.Floats);
        if (tiles <= length)
        {
            slab.Transform(0, (int)tiles);
            return slab.Compute((int)tiles);
        }

        using var totals = new Scratch((long)panels * strips * TotalsOfStrip);
        for (var start = 0L; start < tiles; start += length)
        {
            slab.Transform(start, (int)Math.Min(length, tiles - start));
            slab.Multiply(start, (int)Math.Min(length, tiles - start), totals.Floats);
        }

        return slab.Finish(totals.Floats);
    }

    private sealed class Slab(
        ConvolutionShape shape, nint small, nint large, Kernel kernel, int panels, int strips, int length, nint smallPoints,
        nint largePoints)
    {
        private readonly int across = (int)Filter.Tiles(shape.SmallColumns);
        private readonly int tilesOfImage = (int)(Filter.Tiles(shape.SmallRows) * Filter.Tiles(shape.SmallColumns));

        private readonly long smallPitch = (Rows * length) + Gap;
        private readonly long largePitch = (Columns * length) + Gap;

        /// <summary>Transforms the pixels of a slab's tiles; a few tiles at a time for the same channels, which lie side by side.</summary>
        public void Transform(long start, int count) =>
            Partition.Run((count + TilesAtOnce - 1) / TilesAtOnce, TilesAtOnce * AllProducts * (long)shape.LargeChannels, (first, end) =>
        {
            using var zeros = new Scratch(Math.Max(shape.LargeChannels, shape.SmallChannels));
            new Span<float>(zeros.Floats, Math.Max(shape.LargeChannels, shape.SmallChannels)).Clear();
            float** corners = stackalloc float*[TilesAtOnce * Corners];
            float** windows = stackalloc float*[TilesAtOnce * Filter.Products];
            for (var place = (int)first * TilesAtOnce; place < Math.Min(count, end * TilesAtOnce); place += TilesAtOnce)
            {
                var tiles = Math.Min(TilesAtOnce, count - place);
                TransformSmall(start + place, tiles, place, corners, zeros.Floats);
                for (var phase = 0; phase < Filter.Phases; phase++)
                {
                    TransformLarge(start + place, tiles, place, phase, windows, zeros.Floats);
                }
            }
        });

        private void TransformSmall(long first, int tiles, int place, float** corners, float* zeros)
        {
            for (var i = 0; i < tiles; i++)
            {
                var (image, row, column) = Tile(first + i);
                for (var corner = 0; corner < Corners; corner++)
                {
                    var (y, x) = ((Filter.Side * row) + (corner / Filter.Side), (Filter.Side * column) + (corner % Filter.Side));
                    corners[(i * Corners) + corner] = y < shape.SmallRows && x < shape.SmallColumns
                        ? (float*)small + (((((long)image * shape.SmallRows) + y) * shape.SmallColumns) + x) * shape.SmallChannels
                        : zeros;
                }
            }

            for (var strip = 0; strip < strips; strip++)
            {
                var to = (float*)smallPoints + (strip * smallPitch) + (place * Rows);
                for (var i = 0; i < tiles; i++)
                {
                    FilterTransforms.Pairs(
                        corners + (i * Corners), to + (i * Rows), (nint)(strips * smallPitch),
                        Math.Min(Rows, shape.SmallChannels - (strip * Rows)));
                }

                Advance(corners, tiles * Corners, Rows);
            }
        }

        private void TransformLarge(long first, int tiles, int place, int phase, float** windows, float* zeros)
        {
            for (var i = 0; i < tiles; i++)
            {
                var (image, row, column) = Tile(first + i);
                LargeWindow.Locate(shape, (float*)large, image, row, column, phase, windows + (i * Filter.Products), zeros);
            }

            for (var panel = 0; panel < panels; panel++)
            {
                var to = (float*)largePoints + (((panel * Filter.Phases) + phase) * Filter.Products * largePitch) + (place * Columns);
                for (var i = 0; i < tiles; i++)
                {
                    FilterTransforms.Window(
                        windows + (i * Filter.Products), to + (i * Columns), (nint)largePitch, Math.Min(
                            Columns, shape.LargeChannels - (panel * Columns)));
                }

                Advance(windows, tiles * Filter.Products, Columns);
            }
        }

        private static void Advance(float** pointers, int count, int step)
        {
            for (var i = 0; i < count; i++)
            {
                pointers[i] += step;
            }
        }

        private (int Image, int Row, int Column) Tile(long index)
        {
            var (image, tile) = Math.DivRem(index, tilesOfImage);
            var (row, column) = Math.DivRem((int)tile, across);
            return ((int)image, row, column);
        }

        /// <summary>Adds a slab's blocks to the totals; tasks are panels of large channels and stretches of small channels.</summary>
        public void Multiply(long start, int count, float* totals)
        {
            var all = (nint)totals;
            ForEachStretch((panel, firstStrip, endStrip) =>
                AddBlocks(panel, firstStrip, endStrip, start, count, (float*)all + Totals(panel, firstStrip)));
        }

        /// <summary>Adds the totals' products up and stores the gradient. Returns whether all of it is finite.</summary>
        public bool Finish(float* totals)
        {
            var all = (nint)totals;
            var target = new Target(kernel);
            var broken = false;
            ForEachStretch((panel, firstStrip, endStrip) =>
            {
                if (!Store(panel, firstStrip, endStrip, (float*)all + Totals(panel, firstStrip), target))
                {
                    broken = true;
                }
            });
            return !broken;
        }

        /// <summary>
        /// What <see cref="Multiply"/> and <see cref="Finish"/> do for tiles that are one slab, strip by strip: the totals never leave the
        /// cache.
        /// </summary>
        public bool Compute(int count)
        {
            var target = new Target(kernel);
            var broken = false;
            ForEachStretch((panel, firstStrip, endStrip) =>
            {
                using var totals = new Scratch(TotalsOfStrip);
                for (var strip = firstStrip; strip < endStrip; strip++)
                {
                    AddBlocks(panel, strip, strip + 1, 0, count, totals.Floats);
                    if (!Store(panel, strip, strip + 1, totals.Floats, target))
                    {
                        broken = true;
                    }
                }
            });
            return !broken;
        }

        private void ForEachStretch(Action<int, int, int> body)
        {
            var stretches = Partition.PartsOf(panels, strips);
            ThreadTeam.Run(panels * stretches, task =>
            {
                var (panel, stretch) = Math.DivRem(task, stretches);
                body(panel, strips * stretch / stretches, strips * (stretch + 1) / stretches);
            });
        }

        private void AddBlocks(int panel, int firstStrip, int endStrip, long start, int count, float* totals)
        {
            float** inputs = stackalloc float*[Rows];
            float** outputs = stackalloc float*[Rows];
            for (var product = 0; product < AllProducts; product++)
            {
                var points = (float*)smallPoints + (product % Filter.Products * strips * smallPitch);
                var factors = (float*)largePoints + (((panel * AllProducts) + product) * largePitch);
                for (var block = 0; block < count; block += Block)
                {
                    var segment = new Segment(0, Math.Min(Block, count - block));
                    for (var strip = firstStrip; strip < endStrip; strip++)
                    {
                        for (var row = 0; row < Rows; row++)
                        {
                            inputs[row] = points + (strip * smallPitch) + (block * Rows) + row;
                            outputs[row] = totals + ((strip - firstStrip) * TotalsOfStrip) + (((product * Rows) + row) * Columns);
                        }

                        MicroKernel.Run(inputs, &segment, 1, Rows, factors + (block * Columns), outputs, start + block == 0);
                    }
                }
            }
        }

        private bool Store(int panel, int firstStrip, int endStrip, float* totals, Target target)
        {
            using var zeros = new Scratch(Columns);
            using var check = new Scratch(Columns);
            using var taps = new Scratch(Taps * Columns);
            new Span<float>(zeros.Floats, Columns).Clear();
            new Span<float>(check.Floats, Columns).Clear();
            var width = Math.Min(Columns, shape.LargeChannels - (panel * Columns));
            var end = Math.Min(shape.SmallChannels, endStrip * Rows);
            for (var channel = firstStrip * Rows; channel < end; channel++)
            {
                var strip = (channel / Rows) - firstStrip;
                AddUp(totals + (strip * TotalsOfStrip) + (channel % Rows * Columns), zeros.Floats, check.Floats, taps.Floats, width);
                target.Arrange(taps.Floats, width, channel, panel * Columns);
            }

            return !new Span<float>(check.Floats, width).ContainsAnyExcept(0);
        }

        private static void AddUp(float* products, float* zeros, float* check, float* taps, int width)
        {
            float** results = stackalloc float*[Corners];
            for (var phase = 0; phase < Filter.Phases; phase++)
            {
                for (var i = 0; i < Corners; i++)
                {
                    var (row, column) = (
                        (Filter.Stride * (i / Filter.Side)) + (phase / Filter.Stride),
                        (Filter.Stride * (i % Filter.Side)) + (phase % Filter.Stride));
                    results[i] = taps + (((row * Filter.Kernel) + column) * Columns);
                }

                FilterTransforms.Results(
                    products + (phase * Filter.Products * Rows * Columns), Rows * Columns, zeros, results, check, width);
            }
        }

        private long Totals(int panel, int strip) => (((long)panel * strips) + strip) * TotalsOfStrip;
    }

    /// <summary>Where the gradient of a kernel goes.</summary>
    private sealed class Target
    {
        private readonly Kernel kernel;
        private readonly long[] offsets;
        private readonly bool isAdjacent;

        public Target(in Kernel kernel)
        {
            this.kernel = kernel;
            offsets = kernel.Offsets([.. Enumerable.Range(0, Taps).Select(tap => new Tap(0, 0, tap / Filter.Kernel, tap % Filter.Kernel))]);
            isAdjacent = offsets.Select((offset, tap) => offset == tap).All(same => same);
        }

        /// <summary>Stores the sixteen positions of a small channel for neighbouring large channels.</summary>
        public void Arrange(float* taps, int width, int smallChannel, int firstLargeChannel)
        {
            var to = kernel.Floats + (smallChannel * kernel.OutputStride) + (firstLargeChannel * kernel.InputStride);
            if (isAdjacent)
            {
                Transposition.Run(taps, Taps, Columns, width, to, kernel.InputStride);
                return;
            }

            for (var tap = 0; tap < Taps; tap++)
            {
                for (var column = 0; column < width; column++)
                {
                    to[offsets[tap] + (column * kernel.InputStride)] = taps[(tap * Columns) + column];
                }
            }
        }
    }
}
