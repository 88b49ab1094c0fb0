using System.Runtime.Intrinsics.X86;
using Repro.Engine.Kernels.Elementwise;
using Repro.Engine.Memory;
using Repro.Engine.Threading;

namespace Repro.Engine.Kernels.Products;

/// <summary>
/// Products of rows with packed panels (rule 2): matrix products, and convolutions whose rows are found by pointers instead of being copied
/// together. Tasks are rectangles of the result.
/// </summary>
internal static unsafe class Product
{
    private const int MostTilesAtOnce = 16;
    private const int MostPanelsAtOnce = 8;

    /// <summary>With fewer, asking would take longer than it saves.</summary>
    private const int FewestTilesToFetchFor = 8;
    private const int FloatsInALine = 16;

    /// <param name="source">The rows.</param>
    /// <param name="step">Distance between channels of a row.</param>
    /// <param name="panels">The right operand.</param>
    /// <param name="bias">One number for each column, added to the finished total, or null.</param>
    public static void Run<TSource>(TSource source, nint step, Panels panels, float* bias)
        where TSource : struct, ITileSource
    {
        var tiles = (source.Rows + MicroKernel.Rows - 1) / MicroKernel.Rows;
        var (tilesAtOnce, panelsAtOnce) = Rectangle(tiles, panels.Count);
        var across = (panels.Count + panelsAtOnce - 1) / panelsAtOnce;
        var down = (tiles + tilesAtOnce - 1) / tilesAtOnce;
        var task = new Task<TSource>(
            source, step, (nint)panels.Floats, panels.Stride, panels.Taps, panels.Channels, panels.Columns, (nint)bias);
        ThreadTeam.Run(checked((int)(across * down)), i =>
        {
            var (row, column) = Math.DivRem(i, across);
            var firstTile = row * (long)tilesAtOnce;
            var firstPanel = column * panelsAtOnce;
            task.Run(
                firstTile,
                (int)Math.Min(tilesAtOnce, tiles - firstTile),
                firstPanel,
                Math.Min(panelsAtOnce, task.PanelCount - firstPanel));
        });
    }

    /// <summary>Rectangles that are large enough to reuse what they read, and small enough to keep every thread busy.</summary>
    private static (int Tiles, int Panels) Rectangle(long tiles, int panels)
    {
        var down = (int)Math.Min(tiles, MostTilesAtOnce);
        var across = Math.Min(panels, MostPanelsAtOnce);
        var wanted = Partition.Tasks;
        while ((tiles + down - 1) / down * ((panels + across - 1) / across) < wanted && (down > 1 || across > 1))
        {
            if (down >= across)
            {
                down = (down + 1) / 2;
            }
            else
            {
                across = (across + 1) / 2;
            }
        }

        return (down, across);
    }

    private readonly struct Task<TSource>(
        TSource source, nint step, nint panels, long panelStride, int taps, int channels, int columns, nint bias)
        where TSource : struct, ITileSource
    {
        private const int Rows = MicroKernel.Rows;
        private const int Columns = MicroKernel.Columns;

        public int PanelCount => (columns + Columns - 1) / Columns;

        public void Run(long firstTile, int tiles, int firstPanel, int panelCount)
        {
            var depth = (long)taps * channels;
            var mostSegments = Math.Min(taps, (Order.Block / channels) + 2);
            using var pointers = new Scratch(sizeof(nint) / sizeof(float) * (long)tiles * Rows * (taps + 1 + mostSegments));
            using var edge = new Scratch(2 * Rows * Columns);
            using var cuts = new Scratch((long)tiles * mostSegments * sizeof(Segment) / sizeof(float));
            var segments = (Segment*)cuts.Floats;
            int* counts = stackalloc int[tiles];
            var inputs = (float**)pointers.Floats;
            var outputs = inputs + (tiles * taps * Rows);
            var rows = outputs + (tiles * Rows);
            var unused = edge.Floats + (Rows * Columns);
            for (var tile = 0; tile < tiles; tile++)
            {
                source.Locate((firstTile + tile) * Rows, inputs + (tile * taps * Rows), outputs + (tile * Rows), unused);
            }

            for (var start = 0L; start < depth; start += Order.Block)
            {
                var end = Math.Min(start + Order.Block, depth);
                for (var tile = 0; tile < tiles; tile++)
                {
                    counts[tile] = FindSegments(
                        start, end, inputs + (tile * taps * Rows), rows + (tile * mostSegments * Rows), segments + (tile * mostSegments));
                }

                for (var panel = firstPanel; panel < firstPanel + panelCount; panel++)
                {
                    var packed = (float*)panels + (panel * panelStride) + (start * Columns);
                    var next = panel + 1 < firstPanel + panelCount
                        ? packed + panelStride
                        : (float*)panels + (firstPanel * panelStride) + (end * Columns);
                    for (var tile = 0; tile < tiles; tile++)
                    {
                        Fetch(next, tile, tiles);
                        Tile(
                            rows + (tile * mostSegments * Rows), segments + (tile * mostSegments), counts[tile], packed,
                            outputs + (tile * Rows), panel, start == 0, edge.Floats, unused);
                    }
                }
            }

            Finish(outputs, tiles, firstPanel * Columns, Math.Min(columns, (firstPanel + panelCount) * Columns), unused);
        }

        /// <summary>
        /// Asks for a tile's share of the block of panel that follows, into the second cache: it is read first by a tile that would wait
        /// for all of it.
        /// </summary>
        private static void Fetch(float* next, int tile, int tiles)
        {
            if (!Sse.IsSupported || tiles < FewestTilesToFetchFor)
            {
                return;
            }

            var share = Order.Block / tiles * Columns;
            for (var i = tile * share; i < (tile + 1) * share; i += FloatsInALine)
            {
                Sse.Prefetch1(next + i);
            }
        }

        /// <summary>
        /// Cuts the block [start, end) of the axis at the borders of taps, and finds where each row's pieces begin. Taps at which every row
        /// of the tile reads padding are left out: their products are zeros, which change no total.
        /// </summary>
        private int FindSegments(long start, long end, float** inputs, float** rows, Segment* segments)
        {
            var count = 0;
            for (var k = start; k < end;)
            {
                var (tap, channel) = Math.DivRem(k, channels);
                var length = (int)Math.Min(channels - channel, end - k);
                var from = inputs + (tap * Rows);
                if (!IsPadding(from))
                {
                    segments[count] = new Segment((int)(k - start), length);
                    for (var row = 0; row < Rows; row++)
                    {
                        rows[(count * Rows) + row] = from[row] + (channel * step);
                    }

                    count++;
                }

                k += length;
            }

            return count;
        }

        private bool IsPadding(float** tap)
        {
            for (var row = 0; row < Rows; row++)
            {
                if (tap[row] != source.Padding)
                {
                    return false;
                }
            }

            return true;
        }

        private void Tile(
            float** rows, Segment* segments, int count, float* packed, float** outputs, int panel, bool first, float* edge, float* unused)
        {
            float** totals = stackalloc float*[Rows];
            var column = panel * Columns;
            var width = Math.Min(Columns, columns - column);
            var whole = width == Columns;
            for (var row = 0; row < Rows; row++)
            {
                totals[row] = outputs[row] == unused ? unused : whole ? outputs[row] + column : edge + (row * Columns);
                if (!whole && !first && outputs[row] != unused)
                {
                    new ReadOnlySpan<float>(outputs[row] + column, width).CopyTo(new Span<float>(totals[row], width));
                }
            }

            // The totals are read when the tile is done; asked for now, they have arrived by then.
            for (var row = 0; row < Rows && Sse.IsSupported; row++)
            {
                Sse.Prefetch0(totals[row]);
                Sse.Prefetch0(totals[row] + (Columns / 2));
            }

            MicroKernel.Run(rows, segments, count, step, packed, totals, first);
            for (var row = 0; row < Rows && !whole; row++)
            {
                if (outputs[row] != unused)
                {
                    new ReadOnlySpan<float>(totals[row], width).CopyTo(new Span<float>(outputs[row] + column, width));
                }
            }
        }

        private void Finish(float** outputs, int tiles, int start, int end, float* unused)
        {
            for (var row = 0; row < tiles * Rows; row++)
            {
                if (outputs[row] == unused)
                {
                    continue;
                }

                if (bias != 0)
                {
                    Addition.InPlace(outputs[row] + start, (float*)bias + start, end - start);
                }
            }
        }
    }
}
