using Repro.Engine.Kernels;
using Repro.Engine.Kernels.Products;
using Repro.Engine.Memory;
using Repro.Engine.Threading;

namespace Repro.Engine.Convolution.Filtering;

/// <summary>
/// A convolution by minimal filtering, either way: groups of tiles are transformed, multiplied with a panel of the kernel and added up
/// while they are in the cache.
/// </summary>
internal static unsafe class FilteredProduct
{
    private const int Rows = MicroKernel.Rows;
    private const int Columns = MicroKernel.Columns;
    private const int Corners = Filter.Side * Filter.Side;
    private const int MostTilesAtOnce = 64;

    /// <summary>Numbers of a group's points: about half of a cache that a thread has to itself.</summary>
    private const long PointsAtOnce = 150_000;

    /// <summary>Keeps the rows of a group from lying at the same place of each page, where they would compete for cache lines.</summary>
    private const int Gap = 16;

    /// <param name="tiles">The tiles.</param>
    /// <param name="images">Number of images.</param>
    /// <param name="kernel">The kernel.</param>
    /// <param name="outputs">Output channels.</param>
    /// <param name="bias">One number for each output channel, or null.</param>
    /// <param name="broken">Set to true for each image that has a result that is not finite.</param>
    public static void Run<T>(T tiles, int images, in FilterKernel kernel, int outputs, float* bias, bool[] broken)
        where T : struct, IFilterTiles
    {
        var count = images * tiles.TilesOfImage;
        var pitch = tiles.Depth + Gap;
        var atOnce = Math.Clamp(PointsAtOnce / ((long)tiles.Points * tiles.Points * pitch) / Rows, 1, MostTilesAtOnce / Rows) * Rows;
        var groups = (count + atOnce - 1) / atOnce;
        var parts = Partition.PartsOf(groups, kernel.Panels);
        using var biases = new Scratch(kernel.Panels * Columns);
        new Span<float>(biases.Floats, kernel.Panels * Columns).Clear();
        if (bias != null)
        {
            new ReadOnlySpan<float>(bias, outputs).CopyTo(new Span<float>(biases.Floats, outputs));
        }

        using var zeros = new Scratch(tiles.Depth);
        new Span<float>(zeros.Floats, tiles.Depth).Clear();

        // Panels that one task alone reads stay in its cache if it makes them itself.
        var shared = groups > 1;
        using var panels = new Scratch(shared ? kernel.Panels * kernel.PanelSize : 0);
        if (shared)
        {
            kernel.Transform(panels.Floats);
        }

        var task = new Task<T>(
            tiles, kernel, outputs, shared ? (nint)panels.Floats : 0, (nint)biases.Floats, (nint)zeros.Floats, pitch, broken);
        ThreadTeam.Run(checked((int)(groups * parts)), i =>
        {
            var (group, part) = Math.DivRem(i, parts);
            var first = group * atOnce;
            task.Run(first, (int)Math.Min(atOnce, count - first), task.Panels * part / parts, task.Panels * (part + 1) / parts);
        });
    }

    private readonly struct Task<T>(
        T tiles, FilterKernel kernel, int outputs, nint panels, nint biases, nint zeros, int pitch, bool[] broken)
        where T : struct, IFilterTiles
    {
        public int Panels => kernel.Panels;

        public void Run(long first, int count, int firstPanel, int endPanel)
        {
            var rows = (count + Rows - 1) / Rows * Rows;
            using var points = new Scratch((long)tiles.Points * tiles.Points * rows * pitch);
            using var products = new Scratch(Filter.Products * rows * Columns);
            using var own = new Scratch(panels == 0 ? kernel.PanelSize : 0);
            using var unused = new Scratch(kernel.Panels * Columns);
            using var pixels = new Scratch((long)tiles.Results * count * Corners * (sizeof(float*) / sizeof(float)));
            var places = (float**)pixels.Floats;
            for (var i = 0; i < count; i++)
            {
                var (image, tile) = Math.DivRem(first + i, tiles.TilesOfImage);
                tiles.Transform((int)image, (int)tile, (float*)zeros, points.Floats + ((long)i * pitch), (nint)rows * pitch);
                for (var result = 0; result < tiles.Results; result++)
                {
                    tiles.Locate((int)image, (int)tile, result, places + (((result * count) + i) * Corners), unused.Floats);
                }
            }

            for (var panel = firstPanel; panel < endPanel; panel++)
            {
                var factors = panels == 0 ? own.Floats : (float*)panels + (panel * kernel.PanelSize);
                if (panels == 0)
                {
                    kernel.Transform(panel, factors);
                }

                for (var result = 0; result < tiles.Results; result++)
                {
                    var (row, column) = tiles.FirstPoint(result);
                    for (var product = 0; product < Filter.Products; product++, factors += tiles.Depth * Columns)
                    {
                        var point = ((row + (product / Filter.Points)) * tiles.Points) + column + (product % Filter.Points);
                        Multiply(points.Floats + ((long)point * rows * pitch), rows, factors, products.Floats + (product * rows * Columns));
                    }

                    Store(first, count, places + (result * count * Corners), panel, products.Floats, rows * Columns);
                }
            }
        }

        /// <summary>One product of all tiles: rule 2 along the axis.</summary>
        private void Multiply(float* points, int rows, float* factors, float* products)
        {
            float** inputs = stackalloc float*[Rows];
            float** totals = stackalloc float*[Rows];
            for (var start = 0; start < tiles.Depth; start += Order.Block)
            {
                var segment = new Segment(0, Math.Min(Order.Block, tiles.Depth - start));
                for (var first = 0; first < rows; first += Rows)
                {
                    for (var row = 0; row < Rows; row++)
                    {
                        inputs[row] = points + ((long)(first + row) * pitch) + start;
                        totals[row] = products + ((first + row) * Columns);
                    }

                    MicroKernel.Run(inputs, &segment, 1, 1, factors + (start * Columns), totals, start == 0);
                }
            }
        }

        private void Store(long first, int count, float** places, int panel, float* products, nint distance)
        {
            float** pixels = stackalloc float*[Corners];
            var check = stackalloc float[Columns];
            var checks = new Span<float>(check, Columns);
            checks.Clear();
            var channel = panel * Columns;
            var (image, tile) = Math.DivRem(first, tiles.TilesOfImage);
            for (var i = 0; i < count; i++)
            {
                for (var corner = 0; corner < Corners; corner++)
                {
                    pixels[corner] = places[(i * Corners) + corner] + channel;
                }

                FilterTransforms.Results(
                    products + (i * Columns), distance, (float*)biases + channel, pixels, check, Math.Min(Columns, outputs - channel));
                if (++tile == tiles.TilesOfImage || i == count - 1)
                {
                    // Tasks with other panels of the image write here too, and only ever this: reading and writing back would undo what
                    // they wrote.
                    if (checks.ContainsAnyExcept(0))
                    {
                        broken[image] = true;
                    }

                    checks.Clear();
                    image++;
                    tile = 0;
                }
            }
        }
    }
}
