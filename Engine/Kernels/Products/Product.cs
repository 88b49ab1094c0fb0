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
    private const int MostPanelsAtOnce = 16;

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
        var task = new Task<TSource>(source, step, (nint)panels.Floats, panels.Taps, panels.Channels, panels.Columns, (nint)bias);
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
        var wanted = ThreadTeam.Size == 1 ? 1 : ThreadTeam.Size * 4;
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

    private readonly struct Task<TSource>(TSource source, nint step, nint panels, int taps, int channels, int columns, nint bias)
        where TSource : struct, ITileSource
    {
        private const int Rows = MicroKernel.Rows;
        private const int Columns = MicroKernel.Columns;

        public int PanelCount => (columns + Columns - 1) / Columns;

        public void Run(long firstTile, int tiles, int firstPanel, int panelCount)
        {
            var depth = (long)taps * channels;
            var mostSegments = Math.Min(taps, (Numerics.Block / channels) + 2);
            using var pointers = new Scratch(sizeof(nint) / sizeof(float) * (long)tiles * Rows * (taps + 1 + mostSegments));
            using var edge = new Scratch(2 * Rows * Columns);
            var inputs = (float**)pointers.Floats;
            var outputs = inputs + (tiles * taps * Rows);
            var rows = outputs + (tiles * Rows);
            var unused = edge.Floats + (Rows * Columns);
            for (var tile = 0; tile < tiles; tile++)
            {
                source.Locate((firstTile + tile) * Rows, inputs + (tile * taps * Rows), outputs + (tile * Rows), unused);
            }

            int* lengths = stackalloc int[mostSegments];
            var panelSize = depth * Columns;
            for (var start = 0L; start < depth; start += Numerics.Block)
            {
                var segments = FindSegments(start, Math.Min(start + Numerics.Block, depth), inputs, tiles, rows, lengths, mostSegments);
                for (var panel = firstPanel; panel < firstPanel + panelCount; panel++)
                {
                    var packed = (float*)panels + (panel * panelSize) + (start * Columns);
                    for (var tile = 0; tile < tiles; tile++)
                    {
                        Tile(rows + (tile * mostSegments * Rows), lengths, segments, packed, outputs + (tile * Rows), panel, start == 0, edge.Floats, unused);
                    }
                }
            }

            Finish(outputs, tiles, firstPanel * Columns, Math.Min(columns, (firstPanel + panelCount) * Columns), unused);
        }

        /// <summary>Cuts the block [start, end) of the axis at the borders of taps, and finds where each row's pieces begin.</summary>
        private int FindSegments(long start, long end, float** inputs, int tiles, float** rows, int* lengths, int mostSegments)
        {
            var segments = 0;
            for (var k = start; k < end; segments++)
            {
                var (tap, channel) = Math.DivRem(k, channels);
                lengths[segments] = (int)Math.Min(channels - channel, end - k);
                for (var tile = 0; tile < tiles; tile++)
                {
                    var from = inputs + (((tile * taps) + tap) * Rows);
                    var to = rows + (((tile * mostSegments) + segments) * Rows);
                    for (var row = 0; row < Rows; row++)
                    {
                        to[row] = from[row] + (channel * step);
                    }
                }

                k += lengths[segments];
            }

            return segments;
        }

        private void Tile(float** rows, int* lengths, int segments, float* packed, float** outputs, int panel, bool first, float* edge, float* unused)
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

            MicroKernel.Run(rows, lengths, segments, step, packed, totals, first);
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
                    Bias.Add(outputs[row] + start, (float*)bias + start, end - start);
                }
            }
        }
    }
}
