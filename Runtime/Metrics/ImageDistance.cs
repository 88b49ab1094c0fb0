using Repro.Runtime.Imaging;

namespace Repro.Runtime.Metrics;

/// <summary>
/// The distance of images: the root of the mean squared difference of their values, in gray levels, from 0 (the same) to 255 (black and
/// white).
/// </summary>
public static class ImageDistance
{
    /// <summary>The distance of two images. The sum is exact; the quotient and the root are rounded once each.</summary>
    public static double Between(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(second.Length, first.Length, nameof(second));
        return Math.Sqrt((double)SquaredDifference(first, second) / first.Length);
    }

    /// <summary>
    /// The distances of all pairs: for each image of <paramref name="rows"/> a row with a value for each image of
    /// <paramref name="columns"/>.
    /// </summary>
    public static double[][] Between(PixelImages rows, PixelImages columns)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(columns);
        var distances = new double[rows.Count][];
        for (var i = 0; i < rows.Count; i++)
        {
            distances[i] = new double[columns.Count];
            for (var j = 0; j < columns.Count; j++)
            {
                // The distance is symmetric to the bit, so half of the square is computed.
                distances[i][j] = ReferenceEquals(rows, columns) && j < i ? distances[j][i] : Between(rows[i], columns[j]);
            }
        }

        return distances;
    }

    private static long SquaredDifference(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        var sum = 0L;
        for (var i = 0; i < first.Length; i++)
        {
            var difference = first[i] - second[i];
            sum += difference * difference;
        }

        return sum;
    }
}
