using Repro.Runtime.Files;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Memory;
using SixLabors.ImageSharp.PixelFormats;

namespace Repro.Runtime.Imaging;

/// <summary>Reads image files, within limits that a hostile file cannot exceed. No other class decodes an image file.</summary>
public static class PictureFile
{
    /// <summary>The most bytes of a file.</summary>
    private const int LongestFile = 1 << 28;

    /// <summary>The most pixels of an image: 512 MiB of memory.</summary>
    private const long MostPixels = 1 << 27;

    /// <summary>Reads an opaque picture; alpha is dropped.</summary>
    /// <exception cref="InvalidDataException">The file is no image, is damaged, or is over a limit.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static RgbImage Read(string path) => Decode(Bytes(path));

    /// <summary>Decodes the bytes of a file as <see cref="Read"/> does.</summary>
    /// <exception cref="InvalidDataException">The bytes are no image, are damaged, or are over a limit.</exception>
    public static RgbImage Decode(byte[] file)
    {
        using var image = Load<Rgb24>(file);
        return RgbImage.From(image);
    }

    /// <summary>Decodes the bytes of a file, or gives <c>null</c> when <see cref="Decode"/> would fail.</summary>
    public static RgbImage? TryDecode(byte[] file)
    {
        try
        {
            return Decode(file);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Reads a picture with its alpha channel. It fails as <see cref="Read"/> does.</summary>
    internal static RgbaImage ReadRgba(string path)
    {
        using var image = Load<Rgba32>(Bytes(path));
        var rgba = new byte[4 * image.Width * image.Height];
        image.CopyPixelDataTo(rgba);
        return new RgbaImage(image.Width, image.Height, rgba);
    }

    private static byte[] Bytes(string path) => RegularFile.Length(path) <= LongestFile
        ? RegularFile.ReadAllBytes(path)
        : throw new InvalidDataException($"it is larger than {LongestFile >> 20} MiB.");

    private static Image<TPixel> Load<TPixel>(byte[] file)
        where TPixel : unmanaged, IPixel<TPixel>
    {
        try
        {
            using var stream = new MemoryStream(file);
            var size = Image.Identify(stream);
            if ((long)size.Width * size.Height > MostPixels)
            {
                throw new InvalidDataException($"{size.Width}x{size.Height} pixels are more than {MostPixels >> 20} Mi.");
            }

            stream.Position = 0;
            return Image.Load<TPixel>(stream);
        }
        catch (UnknownImageFormatException e)
        {
            throw new InvalidDataException(FileKind.Describe(file), e);
        }
        catch (Exception e) when (e is ImageFormatException or NotSupportedException or InvalidMemoryOperationException)
        {
            throw new InvalidDataException(e.Message, e);
        }
    }
}
