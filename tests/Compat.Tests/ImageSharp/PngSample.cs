using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Repro.Compat.Tests.ImageSharp;

/// <summary>
/// A PNG file written sample by sample, in any colour type, bit depth and interlacing, to test the reader with. It takes the
/// specification's words literally (a table of passes, a CRC by single bits) and shares no code with the provider.
/// </summary>
internal sealed record PngSample(int Width, int Height, int ColorType, int BitDepth)
{
    private static readonly string[] Adam7 =
        ["16462646", "77777777", "56565656", "77777777", "36463646", "77777777", "56565656", "77777777"];

    public bool Interlaced { get; init; }

    /// <summary>All samples: row by row, pixel by pixel, channel by channel.</summary>
    public int[] Samples { get; init; } = [];

    /// <summary>The filter of each row, in the order of the file, repeated.</summary>
    public int[] Filters { get; init; } = [0];

    public byte[] Palette { get; init; } = [];

    public byte[] Transparency { get; init; } = [];

    /// <summary>The most bytes in one IDAT chunk.</summary>
    public int LongestChunk { get; init; } = int.MaxValue;

    public int Channels => ColorType switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };

    public static PngSample Random(Random random, int width, int height, int colorType, int bitDepth)
    {
        var sample = new PngSample(width, height, colorType, bitDepth);
        int[] samples = [.. Enumerable.Range(0, width * height * sample.Channels).Select(_ => random.Next(1 << bitDepth))];
        byte[] palette = colorType == 3 ? new byte[3 << bitDepth] : [];
        random.NextBytes(palette);
        int[] filters = [.. Enumerable.Range(0, 11).Select(_ => random.Next(5))];
        return sample with { Samples = samples, Palette = palette, Filters = filters };
    }

    public int[] Pixel(int x, int y) => Samples[((y * Width + x) * Channels)..][..Channels];

    public byte[] ToFile()
    {
        var file = new MemoryStream();
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        file.Write(
            Chunk("IHDR", [.. BigEndian(Width), .. BigEndian(Height), (byte)BitDepth, (byte)ColorType, 0, 0, (byte)(Interlaced ? 1 : 0)]));
        file.Write(Chunk("gAMA", BigEndian(45455)));
        file.Write(Palette.Length > 0 ? Chunk("PLTE", Palette) : []);
        file.Write(Transparency.Length > 0 ? Chunk("tRNS", Transparency) : []);
        foreach (byte[] piece in Deflate(Rows()).Chunk(LongestChunk))
        {
            file.Write(Chunk("IDAT", piece));
        }

        file.Write(Chunk("tEXt", Encoding.ASCII.GetBytes("Comment\0skipped")));
        file.Write(Chunk("IEND", []));
        return file.ToArray();
    }

    public static byte[] Chunk(string type, byte[] data)
    {
        byte[] typeAndData = [.. Encoding.ASCII.GetBytes(type), .. data];
        return [.. BigEndian(data.Length), .. typeAndData, .. BigEndian((int)Crc(typeAndData))];
    }

    public static byte[] Deflate(byte[] data)
    {
        var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(data);
        }

        return compressed.ToArray();
    }

    /// <summary>The filtered rows of all passes.</summary>
    public byte[] Rows()
    {
        var result = new List<byte>();
        int written = 0;
        foreach (char pass in Interlaced ? "1234567" : "-")
        {
            byte[] above = [];
            for (int y = 0; y < Height; y++)
            {
                int[] samples = [.. Enumerable.Range(0, Width).Where(
                    x => pass == '-' || Adam7[y % 8][x % 8] == pass).SelectMany(x => Pixel(x, y))];
                if (samples.Length > 0)
                {
                    byte[] row = Pack(samples);
                    int filter = Filters[written++ % Filters.Length];
                    result.Add((byte)filter);
                    result.AddRange(Filter(filter, row, above.Length == 0 ? new byte[row.Length] : above));
                    above = row;
                }
            }
        }

        return [.. result];
    }

    private byte[] Pack(int[] samples)
    {
        string bits = string.Concat(samples.Select(sample => Convert.ToString(sample, 2).PadLeft(BitDepth, '0')));
        return [.. bits.Chunk(8).Select(octet => Convert.ToByte(new string(octet).PadRight(8, '0'), 2))];
    }

    private IEnumerable<byte> Filter(int filter, byte[] row, byte[] above)
    {
        int distance = Math.Max(1, Channels * BitDepth / 8);
        for (int i = 0; i < row.Length; i++)
        {
            int a = i < distance ? 0 : row[i - distance];
            int b = above[i];
            int c = i < distance ? 0 : above[i - distance];
            int paeth = new[] { a, b, c }.MinBy(value => Math.Abs(a + b - c - value));
            int prediction = new[] { 0, a, b, (a + b) / 2, paeth }[filter];
            yield return (byte)(row[i] - prediction);
        }
    }

    private static byte[] BigEndian(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    private static uint Crc(byte[] data)
    {
        uint crc = 0xFFFFFFFF;
        foreach (byte value in data)
        {
            for (int bit = 0; bit < 8; bit++)
            {
                bool carry = (((crc >> 0) ^ (uint)(value >> bit)) & 1) == 1;
                crc = carry ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }

        return crc ^ 0xFFFFFFFF;
    }
}
