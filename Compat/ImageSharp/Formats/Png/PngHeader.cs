using System.Buffers.Binary;

namespace SixLabors.ImageSharp.Formats.Png;

/// <summary>The IHDR chunk.</summary>
internal readonly record struct PngHeader(int Width, int Height, int BitDepth, PngColorType ColorType, bool IsInterlaced)
{
    internal const int Length = 13;

    internal int Channels => ColorType switch
    {
        PngColorType.Rgb => 3,
        PngColorType.GrayscaleWithAlpha => 2,
        PngColorType.RgbWithAlpha => 4,
        _ => 1,
    };

    /// <summary>The distance, in bytes, of the samples that a filter compares: at least 1.</summary>
    internal int FilterDistance => Math.Max(1, Channels * BitDepth / 8);

    /// <summary>The bytes of a row of <paramref name="width"/> pixels, without its filter byte.</summary>
    internal long RowLength(int width) => (((long)width * Channels * BitDepth) + 7) / 8;

    internal static PngHeader Parse(ReadOnlySpan<byte> data)
    {
        if (data.Length != Length)
        {
            throw PngError.Damaged($"its header has {data.Length} bytes instead of {Length}");
        }

        int width = BinaryPrimitives.ReadInt32BigEndian(data);
        int height = BinaryPrimitives.ReadInt32BigEndian(data[4..]);
        if (width <= 0 || height <= 0)
        {
            throw PngError.Damaged($"its size of {(uint)width}x{(uint)height} pixels is outside 1..{int.MaxValue}");
        }

        int bitDepth = data[8];
        var colorType = (PngColorType)data[9];
        bool known = colorType switch
        {
            PngColorType.Grayscale => bitDepth is 1 or 2 or 4 or 8 or 16,
            PngColorType.Palette => bitDepth is 1 or 2 or 4 or 8,
            PngColorType.Rgb or PngColorType.GrayscaleWithAlpha or PngColorType.RgbWithAlpha => bitDepth is 8 or 16,
            _ => false,
        };
        if (!known)
        {
            throw new NotSupportedException($"PNG has no colour type {(int)colorType} with {bitDepth} bits a sample.");
        }

        if (data[10] != 0 || data[11] != 0 || data[12] > 1)
        {
            throw new NotSupportedException(
                $"PNG has no compression method {data[10]}, filter method {data[11]} and interlace method {data[12]}.");
        }

        return new PngHeader(width, height, bitDepth, colorType, data[12] == 1);
    }
}
