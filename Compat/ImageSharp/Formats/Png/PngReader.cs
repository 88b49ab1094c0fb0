using System.Runtime.CompilerServices;
using SixLabors.ImageSharp.Memory;
using SixLabors.ImageSharp.Metadata;
using SixLabors.ImageSharp.PixelFormats;

namespace SixLabors.ImageSharp.Formats.Png;

/// <summary>
/// Reads PNG files of every colour type, bit depth and interlacing (ISO/IEC 15948). Only pixels count: no gamma, no colour profile, no
/// later frame of an animation. The chunks that decide the pixels are held to the standard, as the README of this folder lists.
/// </summary>
internal static class PngReader
{
    /// <summary>The signature and the header chunk.</summary>
    internal const int HeaderLength = 8 + 12 + PngHeader.Length;

    internal static ImageInfo Identify(ReadOnlySpan<byte> file)
    {
        var chunks = new PngChunkReader(file);
        PngHeader header = ReadHeader(ref chunks);
        return new ImageInfo(new Size(header.Width, header.Height), new ImageMetadata(PngFormat.Instance));
    }

    internal static Image<TPixel> Read<TPixel>(ReadOnlySpan<byte> file)
        where TPixel : unmanaged, IPixel<TPixel>
    {
        var chunks = new PngChunkReader(file);
        PngHeader header = ReadHeader(ref chunks);
        ThrowIfTooLarge<TPixel>(header);

        using MemoryStream compressed = ReadChunks(ref chunks, header, out PngColors colors);
        using var data = new PngImageData(compressed, PngPass.Of(header).Sum(pass => pass.ByteCount(header)));
        var image = new Image<TPixel>(header.Width, header.Height, new ImageMetadata(PngFormat.Instance));
        foreach (PngPass pass in PngPass.Of(header))
        {
            ReadPass(image, header, colors, data, pass);
        }

        data.Finish();
        return image;
    }

    private static PngHeader ReadHeader(ref PngChunkReader chunks)
    {
        chunks.MoveNext();
        return chunks.Type == "IHDR"
            ? PngHeader.Parse(chunks.Data)
            : throw PngError.Damaged("it does not begin with its header (IHDR)");
    }

    private static void ThrowIfTooLarge<TPixel>(PngHeader header)
    {
        try
        {
            PixelMemory.ThrowIfOverLimit(header.Width, header.Height, Unsafe.SizeOf<TPixel>());
            PixelMemory.ThrowIfOverLimit((int)Math.Min(int.MaxValue, header.RowLength(header.Width)), 1, 1);
        }
        catch (InvalidMemoryOperationException exception)
        {
            throw new InvalidImageContentException(
                $"The PNG file cannot be read: {header.Width}x{header.Height} pixels are too many.", exception);
        }
    }

    private static MemoryStream ReadChunks(ref PngChunkReader chunks, PngHeader header, out PngColors colors)
    {
        ReadOnlySpan<byte> palette = default;
        ReadOnlySpan<byte> transparency = default;
        var order = new PngChunkOrder(header);
        PngColors? found = null;
        var compressed = new MemoryStream();
        for (chunks.MoveNext(); chunks.Type != "IEND"; chunks.MoveNext())
        {
            order.Next(chunks.Type);
            switch (chunks.Type)
            {
                case "PLTE":
                    palette = PngColors.CheckPalette(chunks.Data);
                    break;
                case "tRNS":
                    transparency = PngColors.CheckTransparency(header, palette, chunks.Data);
                    break;
                case "IDAT":
                    found ??= new PngColors(header, palette, transparency);
                    compressed.Write(chunks.Data);
                    break;
            }
        }

        if (!chunks.Data.IsEmpty)
        {
            throw PngError.Damaged($"its end (IEND) has {chunks.Data.Length} bytes instead of none");
        }

        colors = found ?? throw PngError.Damaged("it has no image data (IDAT)");
        return compressed;
    }

    private static void ReadPass<TPixel>(Image<TPixel> image, PngHeader header, PngColors colors, PngImageData data, PngPass pass)
        where TPixel : unmanaged, IPixel<TPixel>
    {
        var pixels = new Rgba32[pass.Columns(header.Width)];
        var row = new byte[header.RowLength(pixels.Length)];
        var above = new byte[row.Length];
        for (int y = pass.Y; y < header.Height; y += pass.StepY)
        {
            PngFilter.Undo(data.ReadRow(row), row, above, header.FilterDistance);
            colors.Convert(row, pixels);
            Span<TPixel> destination = image.Row(y);
            for (int i = 0; i < pixels.Length; i++)
            {
                destination[pass.X + (i * pass.StepX)].FromRgba32(pixels[i]);
            }

            (row, above) = (above, row);
        }
    }
}
