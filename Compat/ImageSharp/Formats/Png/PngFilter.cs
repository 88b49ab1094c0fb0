namespace SixLabors.ImageSharp.Formats.Png;

/// <summary>The five filters: a byte is stored as its difference to a prediction from the bytes before it.</summary>
internal static class PngFilter
{
    /// <summary>Turns differences into bytes, in place.</summary>
    /// <param name="filter">0 None, 1 Sub, 2 Up, 3 Average, 4 Paeth.</param>
    /// <param name="row">The differences.</param>
    /// <param name="above">The bytes of the row above; zeros for the first.</param>
    /// <param name="distance">The distance to the same byte of the pixel on the left.</param>
    internal static void Undo(int filter, Span<byte> row, ReadOnlySpan<byte> above, int distance)
    {
        if (filter > 4)
        {
            throw new InvalidImageContentException($"The PNG file is damaged: there is no row filter {filter}.");
        }

        for (int i = 0; i < row.Length; i++)
        {
            row[i] += Predict(filter, row, above, i, distance);
        }
    }

    /// <summary>Writes the differences of <paramref name="row"/> to its predictions into <paramref name="differences"/>.</summary>
    internal static void Apply(int filter, ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, int distance, Span<byte> differences)
    {
        for (int i = 0; i < row.Length; i++)
        {
            differences[i] = (byte)(row[i] - Predict(filter, row, above, i, distance));
        }
    }

    private static byte Predict(int filter, ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, int i, int distance)
    {
        int left = i >= distance ? row[i - distance] : 0;
        return filter switch
        {
            0 => 0,
            1 => (byte)left,
            2 => above[i],
            3 => (byte)((left + above[i]) / 2),
            _ => Paeth(left, above[i], i >= distance ? above[i - distance] : 0),
        };
    }

    private static byte Paeth(int left, int up, int upLeft)
    {
        int fromLeft = Math.Abs(up - upLeft);
        int fromUp = Math.Abs(left - upLeft);
        int fromUpLeft = Math.Abs(left + up - (2 * upLeft));
        return (byte)(fromLeft <= fromUp && fromLeft <= fromUpLeft ? left : fromUp <= fromUpLeft ? up : upLeft);
    }
}
