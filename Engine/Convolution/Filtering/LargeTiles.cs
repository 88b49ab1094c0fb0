namespace Repro.Engine.Convolution.Filtering;

/// <summary>
/// Tiles of a transposed convolution, from the small side to the large one: a tile has 2 × 2 pixels of each phase of the large side. With
/// odd padding the phases of an axis begin one small pixel apart, so a tile reads two windows that overlap along each axis.
/// </summary>
internal readonly unsafe struct LargeTiles : IFilterTiles
{
    private const int Reach = 4;

    private readonly ConvolutionShape shape;
    private readonly nint small;
    private readonly nint large;
    private readonly int down;
    private readonly int across;

    public LargeTiles(in ConvolutionShape shape, float* small, float* large)
    {
        this.shape = shape;
        this.small = (nint)small;
        this.large = (nint)large;
        down = Tiles(shape.LargeRows, shape.PaddingRows);
        across = Tiles(shape.LargeColumns, shape.PaddingColumns);
    }

    public long TilesOfImage => (long)down * across;

    public int Depth => shape.SmallChannels;

    public int Results => Filter.Phases;

    public int Points => (2 * Filter.Points) - 1;

    public (int Row, int Column) FirstPoint(int result) => (
        2 * (First(shape.PaddingRows, result / Filter.Stride) - Base(shape.PaddingRows)),
        2 * (First(shape.PaddingColumns, result % Filter.Stride) - Base(shape.PaddingColumns)));

    public void Transform(int image, int tile, float* zeros, float* points, nint distance)
    {
        var (row, column) = Math.DivRem(tile, across);
        float** pixels = stackalloc float*[Reach * Reach];
        for (var i = 0; i < Reach; i++)
        {
            var y = Base(shape.PaddingRows) + (Filter.Side * row) + i - 1;
            var line = (float*)small + ((((long)image * shape.SmallRows) + y) * shape.SmallColumns * shape.SmallChannels);
            for (var j = 0; j < Reach; j++)
            {
                var x = Base(shape.PaddingColumns) + (Filter.Side * column) + j - 1;
                pixels[(i * Reach) + j] = (uint)y < (uint)shape.SmallRows && (uint)x < (uint)shape.SmallColumns
                    ? line + ((long)x * shape.SmallChannels)
                    : zeros;
            }
        }

        FilterTransforms.Windows(pixels, points, distance, shape.SmallChannels);
    }

    public void Locate(int image, int tile, int result, float** pixels, float* unused)
    {
        var (row, column) = Math.DivRem(tile, across);
        var (rowPhase, columnPhase) = Math.DivRem(result, Filter.Stride);
        for (var i = 0; i < Filter.Side * Filter.Side; i++)
        {
            var y = Large(row, i / Filter.Side, rowPhase, shape.PaddingRows);
            var x = Large(column, i % Filter.Side, columnPhase, shape.PaddingColumns);
            pixels[i] = y < shape.LargeRows && x < shape.LargeColumns
                ? (float*)large + (((((long)image * shape.LargeRows) + y) * shape.LargeColumns) + x) * shape.LargeChannels
                : unused;
        }
    }

    /// <summary>The small pixel at which the first pixel of a phase lies: large pixel + padding = 2·(small pixel) + phase.</summary>
    private static int First(int padding, int phase) => (padding - phase + 1) / 2;

    private static int Base(int padding) => First(padding, Filter.Stride - 1);

    private static int Large(int tile, int within, int phase, int padding) =>
        (Filter.Stride * (First(padding, phase) + (Filter.Side * tile) + within)) + phase - padding;

    private static int Tiles(int size, int padding)
    {
        var tiles = 0;
        while (Math.Min(Large(tiles, 0, 0, padding), Large(tiles, 0, 1, padding)) < size)
        {
            tiles++;
        }

        return tiles;
    }
}
