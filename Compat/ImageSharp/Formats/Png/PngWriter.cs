using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using SixLabors.ImageSharp.PixelFormats;

namespace SixLabors.ImageSharp.Formats.Png;

/// <summary>Writes PNG files with 8 bits a sample.</summary>
internal static class PngWriter
{
    internal static PngColorType NaturalColorType<TPixel>() =>
        typeof(TPixel) == typeof(L8) ? PngColorType.Grayscale
        : typeof(TPixel) == typeof(Rgb24) ? PngColorType.Rgb
        : PngColorType.RgbWithAlpha;

    internal static void Write(Image image, Stream stream, PngColorType colorType, PngFilterMethod filter, int compressionLevel)
    {
        var header = new PngHeader(image.Width, image.Height, 8, colorType, IsInterlaced: false);
        using var compressed = new MemoryStream();
        using (
            var deflated = new ZLibStream(compressed, new ZLibCompressionOptions { CompressionLevel = compressionLevel }, leaveOpen: true))
        {
            WriteRows(image, header, deflated, filter);
        }

        stream.Write(PngChunkReader.Signature);
        WriteChunk(stream, "IHDR", Serialize(header));
        WriteChunk(stream, "IDAT", compressed.GetBuffer().AsSpan(0, (int)compressed.Length));
        WriteChunk(stream, "IEND", []);
    }

    private static void WriteRows(Image image, PngHeader header, Stream stream, PngFilterMethod filter)
    {
        var pixels = new Rgba32[image.Width];
        var row = new byte[header.RowLength(image.Width)];
        var above = new byte[row.Length];
        var differences = new byte[row.Length];
        for (int y = 0; y < image.Height; y++)
        {
            image.ReadRow(y, pixels);
            Convert(pixels, header, row);
            int chosen = filter == PngFilterMethod.Adaptive ? BestFilter(row, above, header.FilterDistance, differences) : (int)filter;
            PngFilter.Apply(chosen, row, above, header.FilterDistance, differences);
            stream.WriteByte((byte)chosen);
            stream.Write(differences);
            (row, above) = (above, row);
        }
    }

    private static void Convert(ReadOnlySpan<Rgba32> pixels, PngHeader header, Span<byte> row)
    {
        int i = 0;
        L8 grey = default;
        foreach (Rgba32 pixel in pixels)
        {
            switch (header.ColorType)
            {
                case PngColorType.Rgb or PngColorType.RgbWithAlpha:
                    row[i++] = pixel.R;
                    row[i++] = pixel.G;
                    row[i++] = pixel.B;
                    break;
                case PngColorType.Grayscale or PngColorType.GrayscaleWithAlpha:
                    grey.FromRgba32(pixel);
                    row[i++] = grey.PackedValue;
                    break;
                default:
                    throw new NotSupportedException($"PNG files of colour type {header.ColorType} cannot be written.");
            }

            if (header.ColorType is PngColorType.RgbWithAlpha or PngColorType.GrayscaleWithAlpha)
            {
                row[i++] = pixel.A;
            }
        }
    }

    private static int BestFilter(ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, int distance, Span<byte> differences)
    {
        int best = 0;
        long least = long.MaxValue;
        for (int filter = 0; filter <= 4; filter++)
        {
            PngFilter.Apply(filter, row, above, distance, differences);
            long sum = 0;
            foreach (byte difference in differences)
            {
                sum += Math.Abs((int)(sbyte)difference);
            }

            if (sum < least)
            {
                (best, least) = (filter, sum);
            }
        }

        return best;
    }

    private static byte[] Serialize(PngHeader header)
    {
        var data = new byte[PngHeader.Length];
        BinaryPrimitives.WriteInt32BigEndian(data, header.Width);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(4), header.Height);
        data[8] = (byte)header.BitDepth;
        data[9] = (byte)header.ColorType;
        return data;
    }

    private static void WriteChunk(Stream stream, string type, ReadOnlySpan<byte> data)
    {
        var chunk = new byte[12 + data.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        Encoding.ASCII.GetBytes(type, chunk.AsSpan(4));
        data.CopyTo(chunk.AsSpan(8));
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + data.Length), Crc32.Compute(chunk.AsSpan(4, 4 + data.Length)));
        stream.Write(chunk);
    }
}
