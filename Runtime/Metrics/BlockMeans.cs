using Repro.Runtime.Imaging;

namespace Repro.Runtime.Metrics;

/// <summary>
/// A fixed projection of images to few numbers: the mean of each channel in each block of a grid of at most 8 × 8. A 64×64 colour image has
/// 192 means of 8×8 pixels.
/// </summary>
internal static class BlockMeans
{
    private const int Grid = 8;

    /// <summary>
    /// A vector for each image, in gray levels: by channel, row and column of the grid. The sums are exact, and the quotient is rounded
    /// once.
    /// </summary>
    public static double[][] Of(PixelImages images) => [.. Enumerable.Range(0, images.Count).Select(i => Of(images, images[i]))];

    private static double[] Of(PixelImages size, ReadOnlySpan<byte> image)
    {
        var (rows, columns) = (Math.Min(Grid, size.Height), Math.Min(Grid, size.Width));
        var means = new double[size.Channels * rows * columns];
        for (var i = 0; i < means.Length; i++)
        {
            var (channel, row, column) = (i / (rows * columns), i / columns % rows, i % columns);
            var (top, bottom) = Bounds(row, rows, size.Height);
            var (left, right) = Bounds(column, columns, size.Width);
            var sum = 0L;
            for (var y = top; y < bottom; y++)
            {
                foreach (var value in image.Slice((((channel * size.Height) + y) * size.Width) + left, right - left))
                {
                    sum += value;
                }
            }

            means[i] = (double)sum / ((bottom - top) * (right - left));
        }

        return means;
    }

    private static (int Begin, int End) Bounds(int index, int count, int length) =>
        ((int)((long)index * length / count), (int)((long)(index + 1) * length / count));
}
