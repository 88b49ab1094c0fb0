namespace Repro.Runtime.Imaging;

/// <summary>How the pixels of two images of the same size differ.</summary>
/// <param name="Changed">How many pixels differ.</param>
/// <param name="Count">How many pixels there are.</param>
/// <param name="Red">The largest change of a pixel's red, up to 255.</param>
/// <param name="Green">The largest change of a pixel's green.</param>
/// <param name="Blue">The largest change of a pixel's blue.</param>
public sealed record PixelDifference(long Changed, long Count, int Red, int Green, int Blue)
{
    /// <summary>The largest change of a channel.</summary>
    public int Largest => Math.Max(Red, Math.Max(Green, Blue));

    /// <summary>The factor that <see cref="Amplified"/> multiplies changes by: the largest change becomes 255.</summary>
    public double Gain => Largest == 0 ? 1 : 255.0 / Largest;

    /// <summary>Compares two images.</summary>
    /// <exception cref="ArgumentException">Their sizes differ.</exception>
    public static PixelDifference Between(RgbImage before, RgbImage after)
    {
        var largest = new int[3];
        var changed = 0L;
        var changes = Changes(before, after);
        for (var i = 0; i < changes.Length; i += 3)
        {
            changed += changes[i] + changes[i + 1] + changes[i + 2] == 0 ? 0 : 1;
            for (var channel = 0; channel < 3; channel++)
            {
                largest[channel] = Math.Max(largest[channel], changes[i + channel]);
            }
        }

        return new(changed, changes.Length / 3, largest[0], largest[1], largest[2]);
    }

    /// <summary>
    /// An image of the changes of each channel of each pixel, multiplied by <see cref="Gain"/>. It is black where nothing changed.
    /// </summary>
    /// <exception cref="ArgumentException">The sizes differ.</exception>
    public RgbImage Amplified(RgbImage before, RgbImage after) =>
        new(before.Width, before.Height, [.. Changes(before, after).Select(change => (byte)Math.Round(change * Gain))]);

    private static byte[] Changes(RgbImage before, RgbImage after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        if ((before.Width, before.Height) != (after.Width, after.Height))
        {
            throw new ArgumentException("The images do not have the same size.", nameof(after));
        }

        var changes = new byte[before.Pixels.Length];
        for (var i = 0; i < changes.Length; i++)
        {
            changes[i] = (byte)Math.Abs(before.Pixels[i] - after.Pixels[i]);
        }

        return changes;
    }
}
