using Repro.Runtime.Imaging;
using static TorchSharp.torch;

namespace Repro.Runtime.Captures;

/// <summary>Lays images out in rows on white, with a margin of two pixels around and between them.</summary>
public static class ImageGrid
{
    private const int Margin = 2;

    /// <summary>A picture of rows of images; each row is N × channels × height × width with values 0 to 1, of one channel (gray) or three. Rows may differ in length.</summary>
    public static RgbImage Draw(IReadOnlyList<Tensor> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var (channels, height, width) = ((int)rows[0].shape[1], (int)rows[0].shape[2], (int)rows[0].shape[3]);
        var columns = (int)rows.Max(row => row.shape[0]);
        var (gridWidth, gridHeight) = (Length(columns, width), Length(rows.Count, height));
        var pixels = new byte[3 * gridWidth * gridHeight];
        Array.Fill(pixels, byte.MaxValue);
        for (var row = 0; row < rows.Count; row++)
        {
            using var contiguous = rows[row].contiguous();
            var values = contiguous.data<float>().ToArray().AsSpan();
            for (var column = 0; column < rows[row].shape[0]; column++)
            {
                var image = values.Slice(column * channels * height * width, channels * height * width);
                var (left, top) = (Offset(column, width), Offset(row, height));
                for (var y = 0; y < height; y++)
                {
                    var target = pixels.AsSpan(3 * (((top + y) * gridWidth) + left), 3 * width);
                    Interleave(image[(y * width)..], channels == 1 ? 0 : height * width, target);
                }
            }
        }

        return new RgbImage(gridWidth, gridHeight, pixels);
    }

    // The three values of a pixel are a plane apart; those of a gray one are the same value.
    private static void Interleave(ReadOnlySpan<float> planes, int plane, Span<byte> pixels)
    {
        for (var i = 0; i < pixels.Length; i++)
        {
            pixels[i] = PixelValue.ToByte(planes[(i % 3 * plane) + (i / 3)]);
        }
    }

    private static int Offset(int index, int size) => Margin + (index * (size + Margin));

    private static int Length(int count, int size) => Offset(count, size);
}
