namespace Repro.Runtime.Imaging;

/// <summary>Lays images out in rows on white, with a margin of two pixels around and between them.</summary>
public static class ImageGrid
{
    private const int Margin = 2;

    /// <summary>A picture of rows of images, all of one size, gray or in colour. Rows may differ in length.</summary>
    public static RgbImage Draw(IReadOnlyList<PixelImages> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var (height, width) = (rows[0].Height, rows[0].Width);
        var grid = (Width: Length(rows.Max(row => row.Count), width), Height: Length(rows.Count, height));
        var pixels = new byte[3 * grid.Width * grid.Height];
        Array.Fill(pixels, byte.MaxValue);
        for (var row = 0; row < rows.Count; row++)
        {
            for (var column = 0; column < rows[row].Count; column++)
            {
                var (left, top) = (Offset(column, width), Offset(row, height));
                for (var y = 0; y < height; y++)
                {
                    rows[row].CopyLine(column, y, pixels.AsSpan(3 * (((top + y) * grid.Width) + left), 3 * width));
                }
            }
        }

        return new RgbImage(grid.Width, grid.Height, pixels);
    }

    private static int Offset(int index, int size) => Margin + (index * (size + Margin));

    private static int Length(int count, int size) => Offset(count, size);
}
