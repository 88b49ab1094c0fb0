namespace SixLabors.ImageSharp.Formats.Jpeg;

/// <summary>
/// Brings a component to the size of the image. Halved directions are interpolated: a sample is ¾ of the nearest and ¼ of the next nearest,
/// rounded up and down in turn; others are repeated. It is libjpeg's "fancy" upsampling, bit for bit.
/// </summary>
internal static class JpegUpsampling
{
    /// <summary>The image's rows of samples.</summary>
    internal static byte[] Upsample(JpegComponent component, byte[] samples, JpegFrame frame)
    {
        int across = frame.MaxHorizontal / component.Horizontal;
        int down = frame.MaxVertical / component.Vertical;
        var result = new byte[frame.Width * (long)frame.Height];
        var sums = new int[component.Width];
        var row = new byte[component.Width * across];
        bool isSmoothAcross = across == 2 && component.Width > 2;
        for (int y = 0; y < frame.Height; y++)
        {
            ReadOnlySpan<byte> near = Row(component, samples, y / down);
            Span<byte> destination = result.AsSpan(y * frame.Width, frame.Width);
            if (down == 2 && (across == 1 || (across == 2 && isSmoothAcross)))
            {
                int far = (y / 2) + (y % 2 == 0 ? -1 : 1);
                Weigh(near, Row(component, samples, Math.Clamp(far, 0, component.Height - 1)), sums);
                if (across == 1)
                {
                    Divide(sums, y % 2 == 0 ? 1 : 2, row);
                }
                else
                {
                    WidenSums(sums, row);
                }
            }
            else if (down == 1 && isSmoothAcross)
            {
                Widen(near, row);
            }
            else
            {
                Repeat(near, across, row);
            }

            row.AsSpan(0, frame.Width).CopyTo(destination);
        }

        return result;
    }

    private static ReadOnlySpan<byte> Row(JpegComponent component, byte[] samples, int y) =>
        samples.AsSpan(y * component.BlocksInRow * 8, component.Width);

    private static void Repeat(ReadOnlySpan<byte> samples, int times, Span<byte> row)
    {
        for (int x = 0; x < row.Length; x++)
        {
            row[x] = samples[x / times];
        }
    }

    private static void Weigh(ReadOnlySpan<byte> near, ReadOnlySpan<byte> far, Span<int> sums)
    {
        for (int x = 0; x < sums.Length; x++)
        {
            sums[x] = (3 * near[x]) + far[x];
        }
    }

    private static void Divide(ReadOnlySpan<int> sums, int bias, Span<byte> row)
    {
        for (int x = 0; x < sums.Length; x++)
        {
            row[x] = (byte)((sums[x] + bias) >> 2);
        }
    }

    private static void Widen(ReadOnlySpan<byte> samples, Span<byte> row)
    {
        for (int x = 0; x < samples.Length; x++)
        {
            int left = samples[Math.Max(x - 1, 0)];
            int right = samples[Math.Min(x + 1, samples.Length - 1)];
            row[2 * x] = (byte)(((3 * samples[x]) + left + 1) >> 2);
            row[(2 * x) + 1] = (byte)(((3 * samples[x]) + right + 2) >> 2);
        }
    }

    private static void WidenSums(ReadOnlySpan<int> sums, Span<byte> row)
    {
        for (int x = 0; x < sums.Length; x++)
        {
            int left = sums[Math.Max(x - 1, 0)];
            int right = sums[Math.Min(x + 1, sums.Length - 1)];
            row[2 * x] = (byte)(((3 * sums[x]) + left + 8) >> 4);
            row[(2 * x) + 1] = (byte)(((3 * sums[x]) + right + 7) >> 4);
        }
    }
}
