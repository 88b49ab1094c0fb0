namespace Repro.Engine.Convolution.Filtering;

/// <summary>
/// Tiles of a convolution, from the large side to the small one: a tile of 2 × 2 small pixels reads a window of each phase of the large
/// side.
/// </summary>
internal readonly unsafe struct SmallTiles(ConvolutionShape shape, float* large, float* small) : IFilterTiles
{
    private readonly int across = (int)Filter.Tiles(shape.SmallColumns);

    public long TilesOfImage => Filter.Tiles(shape.SmallRows) * across;

    public int Depth => Filter.Phases * shape.LargeChannels;

    public int Results => 1;

    public int Points => Filter.Points;

    public (int Row, int Column) FirstPoint(int result) => (0, 0);

    public void Transform(int image, int tile, float* zeros, float* points, nint distance)
    {
        var (row, column) = Math.DivRem(tile, across);
        float** pixels = stackalloc float*[Filter.Products];
        for (var phase = 0; phase < Filter.Phases; phase++)
        {
            LargeWindow.Locate(shape, large, image, row, column, phase, pixels, zeros);
            FilterTransforms.Window(pixels, points + (phase * shape.LargeChannels), distance, shape.LargeChannels);
        }
    }

    public void Locate(int image, int tile, int result, float** pixels, float* unused)
    {
        var (row, column) = Math.DivRem(tile, across);
        for (var i = 0; i < Filter.Side * Filter.Side; i++)
        {
            var (y, x) = ((Filter.Side * row) + (i / Filter.Side), (Filter.Side * column) + (i % Filter.Side));
            pixels[i] = y < shape.SmallRows && x < shape.SmallColumns
                ? small + (((((long)image * shape.SmallRows) + y) * shape.SmallColumns) + x) * shape.SmallChannels
                : unused;
        }
    }
}
