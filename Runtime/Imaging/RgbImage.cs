using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace Repro.Runtime.Imaging;

/// <summary>Decoded pixels: rows from the top, three bytes (red, green, blue) a pixel.</summary>
public sealed class RgbImage
{
    private readonly byte[] pixels;

    /// <summary>Wraps <paramref name="pixels"/>, which must be width × height × 3 bytes.</summary>
    public RgbImage(int width, int height, byte[] pixels)
    {
        ArgumentNullException.ThrowIfNull(pixels);
        ArgumentOutOfRangeException.ThrowIfNotEqual(pixels.LongLength, 3L * width * height, nameof(pixels));
        Width = width;
        Height = height;
        this.pixels = pixels;
    }

    /// <summary>Width in pixels.</summary>
    public int Width { get; }

    /// <summary>Height in pixels.</summary>
    public int Height { get; }

    /// <summary>Width × height × 3 bytes.</summary>
    public ReadOnlySpan<byte> Pixels => pixels;

    /// <summary>
    /// SHA-256, in lowercase hex, of the width and the height (32-bit little endian) and the pixels. It does not depend on how a PNG
    /// encoder packs them.
    /// </summary>
    public string Hash => PixelHash.Of(Width, Height, pixels);

    /// <summary>The file of a PNG image with these pixels.</summary>
    public byte[] ToPng()
    {
        using var image = Image.LoadPixelData<Rgb24>(Pixels, Width, Height);
        using var stream = new MemoryStream();
        image.SaveAsPng(stream);
        return stream.ToArray();
    }

    internal static RgbImage From(Image<Rgb24> image)
    {
        var pixels = new byte[3 * image.Width * image.Height];
        image.CopyPixelDataTo(pixels);
        return new RgbImage(image.Width, image.Height, pixels);
    }
}
