using System.Buffers.Binary;
using System.Security.Cryptography;
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
    public string Hash
    {
        get
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            Span<byte> size = stackalloc byte[8];
            BinaryPrimitives.WriteInt32LittleEndian(size, Width);
            BinaryPrimitives.WriteInt32LittleEndian(size[4..], Height);
            hash.AppendData(size);
            hash.AppendData(pixels);
            return Convert.ToHexStringLower(hash.GetHashAndReset());
        }
    }

    /// <summary>Decodes an opaque image, such as one that <see cref="ToPng"/> wrote; alpha is dropped.</summary>
    /// <exception cref="ImageFormatException">The stream is no image, or a broken one.</exception>
    public static RgbImage Load(Stream stream)
    {
        using var image = Image.Load<Rgb24>(stream);
        return From(image);
    }

    /// <summary>Decodes an opaque image as <see cref="Load"/> does; <c>null</c> when the stream is no image, or a broken one.</summary>
    public static RgbImage? TryLoad(Stream stream)
    {
        try
        {
            return Load(stream);
        }
        catch (ImageFormatException)
        {
            return null;
        }
    }

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
