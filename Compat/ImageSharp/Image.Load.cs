using System.Runtime.InteropServices;
using SixLabors.ImageSharp.Formats.Jpeg;
using SixLabors.ImageSharp.Formats.Png;
using SixLabors.ImageSharp.PixelFormats;

namespace SixLabors.ImageSharp;

public abstract partial class Image
{
    /// <summary>Reads a PNG or JPEG file.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="UnknownImageFormatException">The file is empty, or neither a PNG nor a JPEG file.</exception>
    /// <exception cref="ImageFormatException">The file is broken or too large.</exception>
    /// <exception cref="NotSupportedException">
    /// The file's header names a colour type, bit depth or method that PNG does not have, or a kind of JPEG that is not read here.
    /// </exception>
    public static Image<TPixel> Load<TPixel>(string path)
        where TPixel : unmanaged, IPixel<TPixel>
    {
        ArgumentNullException.ThrowIfNull(path);
        return Load<TPixel>(File.ReadAllBytes(path));
    }

    /// <summary>Reads a PNG or JPEG file from the stream's current position. Throws like <see cref="Load{TPixel}(string)"/>.</summary>
    /// <exception cref="NotSupportedException">The stream cannot be read.</exception>
    public static Image<TPixel> Load<TPixel>(Stream stream)
        where TPixel : unmanaged, IPixel<TPixel>
    {
        ThrowIfUnreadable(stream);
        using var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        return Load<TPixel>(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }

    /// <summary>Reads a PNG or JPEG file. Throws like <see cref="Load{TPixel}(string)"/>.</summary>
    public static Image<TPixel> Load<TPixel>(ReadOnlySpan<byte> data)
        where TPixel : unmanaged, IPixel<TPixel> => JpegReader.IsJpeg(data) ? JpegReader.Read<TPixel>(data) : PngReader.Read<TPixel>(data);

    /// <summary>Reads the size of a PNG or JPEG file from its header alone. Throws like <see cref="Load{TPixel}(string)"/>.</summary>
    public static ImageInfo Identify(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        using FileStream stream = File.OpenRead(path);
        return Identify(stream);
    }

    /// <summary>Reads the size of a PNG or JPEG file from its header alone. Throws like <see cref="Load{TPixel}(Stream)"/>.</summary>
    public static ImageInfo Identify(Stream stream)
    {
        ThrowIfUnreadable(stream);
        var start = new byte[PngReader.HeaderLength];
        int length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        if (!JpegReader.IsJpeg(start.AsSpan(0, length)))
        {
            return Identify(start.AsSpan(0, length));
        }

        // The header of a JPEG file can stand behind metadata of any length.
        using var buffer = new MemoryStream();
        buffer.Write(start, 0, length);
        stream.CopyTo(buffer);
        return Identify(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }

    /// <summary>Reads the size of a PNG or JPEG file from its header alone. Throws like <see cref="Load{TPixel}(string)"/>.</summary>
    public static ImageInfo Identify(ReadOnlySpan<byte> buffer) =>
        JpegReader.IsJpeg(buffer) ? JpegReader.Identify(buffer) : PngReader.Identify(buffer);

    /// <summary>An image of a copy of the first width·height pixels, row by row.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer.</exception>
    public static Image<TPixel> LoadPixelData<TPixel>(ReadOnlySpan<TPixel> data, int width, int height)
        where TPixel : unmanaged, IPixel<TPixel>
    {
        var image = new Image<TPixel>(width, height);
        if (data.Length < image.Pixels.Length)
        {
            throw new ArgumentOutOfRangeException(nameof(data), $"{data.Length} pixels are fewer than {width}x{height}.");
        }

        data[..image.Pixels.Length].CopyTo(image.Pixels);
        return image;
    }

    /// <summary>An image of a copy of the first width·height pixels, row by row, given as bytes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer.</exception>
    public static Image<TPixel> LoadPixelData<TPixel>(ReadOnlySpan<byte> data, int width, int height)
        where TPixel : unmanaged, IPixel<TPixel> =>
        LoadPixelData(MemoryMarshal.Cast<byte, TPixel>(data), width, height);

    private static void ThrowIfUnreadable(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanRead)
        {
            throw new NotSupportedException("The stream cannot be read.");
        }
    }
}
