using Repro.Runtime.Imaging;
using Spectre.Console;

namespace Repro.Cli.Watch;

/// <summary>A picture of coloured characters. Each character shows two pixels, one above the other.</summary>
internal static class HalfBlocks
{
    /// <summary>How many lines a picture takes at a width.</summary>
    public static int Lines(RgbImage picture, int width) => (Height(picture, width) + 1) / 2;

    /// <summary>The picture, reduced to at most <paramref name="width"/> characters in a line.</summary>
    public static Paragraph Draw(RgbImage picture, int width)
    {
        var columns = Math.Min(width, picture.Width);
        var rows = Height(picture, width);
        var drawing = new Paragraph();
        for (var y = 0; y < rows; y += 2)
        {
            for (var x = 0; x < columns; x++)
            {
                var top = Mean(picture, x, y, columns, rows);
                Color? bottom = y + 1 < rows ? Mean(picture, x, y + 1, columns, rows) : null;
                drawing.Append("▀", new Style(top, bottom));
            }

            drawing.Append("\n");
        }

        return drawing;
    }

    private static int Height(RgbImage picture, int width) =>
        Math.Max(1, (int)Math.Round((double)picture.Height * Math.Min(width, picture.Width) / picture.Width));

    // The mean of the pixels that one reduced pixel covers.
    private static Color Mean(RgbImage picture, int column, int row, int columns, int rows)
    {
        var (left, right) = (column * picture.Width / columns, (column + 1) * picture.Width / columns);
        var (top, bottom) = (row * picture.Height / rows, Math.Max((row + 1) * picture.Height / rows, (row * picture.Height / rows) + 1));
        var sum = (Red: 0, Green: 0, Blue: 0);
        for (var y = top; y < bottom; y++)
        {
            for (var x = left; x < right; x++)
            {
                var pixel = picture.Pixels.Slice(3 * ((y * picture.Width) + x), 3);
                sum = (sum.Red + pixel[0], sum.Green + pixel[1], sum.Blue + pixel[2]);
            }
        }

        var count = (right - left) * (bottom - top);
        return new Color((byte)(sum.Red / count), (byte)(sum.Green / count), (byte)(sum.Blue / count));
    }
}
