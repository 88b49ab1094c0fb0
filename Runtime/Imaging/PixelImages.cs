using static TorchSharp.torch;

namespace Repro.Runtime.Imaging;

/// <summary>
/// Images of one size as they are shown: a byte for each channel of each pixel. Sums of bytes are exact. So the order of terms matters to a
/// metric only where it adds square roots.
/// </summary>
public sealed class PixelImages
{
    private readonly IReadOnlyList<byte[]> images;

    /// <summary>Wraps images. Each has channels × height × width bytes: a plane for each channel, in rows from the top.</summary>
    public PixelImages(int channels, int height, int width, IReadOnlyList<byte[]> images)
    {
        ArgumentNullException.ThrowIfNull(images);
        foreach (var image in images)
        {
            ArgumentOutOfRangeException.ThrowIfNotEqual(image.LongLength, (long)channels * height * width, nameof(images));
        }

        (Channels, Height, Width, this.images) = (channels, height, width, images);
    }

    /// <summary>3 for colour, 1 for gray.</summary>
    public int Channels { get; }

    /// <summary>Height in pixels.</summary>
    public int Height { get; }

    /// <summary>Width in pixels.</summary>
    public int Width { get; }

    /// <summary>How many images there are.</summary>
    public int Count => images.Count;

    /// <summary>The bytes of an image.</summary>
    public ReadOnlySpan<byte> this[int index] => images[index];

    /// <summary>
    /// The images of a tensor (N × channels × height × width, values 0 to 1). Each value becomes the byte of <see cref="PixelValue"/>.
    /// </summary>
    public static PixelImages Of(Tensor images)
    {
        ArgumentNullException.ThrowIfNull(images);
        using var contiguous = images.contiguous();
        var values = contiguous.data<float>().ToArray();
        var length = (int)(images.shape[1] * images.shape[2] * images.shape[3]);
        return new(
            (int)images.shape[1], (int)images.shape[2], (int)images.shape[3],
            [.. Enumerable.Range(0, (int)images.shape[0]).Select(
                i => Array.ConvertAll(values[(i * length)..((i + 1) * length)], PixelValue.ToByte))]);
    }

    /// <summary>The images of several sets of one size, one after the other.</summary>
    public static PixelImages Join(IReadOnlyList<PixelImages> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        return new(parts[0].Channels, parts[0].Height, parts[0].Width, [.. parts.SelectMany(part => part.images)]);
    }

    /// <summary>Copies a line of an image as red, green and blue, one pixel after the other; gray is all three.</summary>
    internal void CopyLine(int image, int line, Span<byte> rgb)
    {
        var planes = this[image];
        var plane = Channels == 1 ? 0 : Height * Width;
        for (var i = 0; i < rgb.Length; i++)
        {
            rgb[i] = planes[(i % 3 * plane) + (line * Width) + (i / 3)];
        }
    }

    /// <summary>A range of the images, in their order.</summary>
    public PixelImages Slice(int start, int count) => new(Channels, Height, Width, [.. images.Skip(start).Take(count)]);
}
