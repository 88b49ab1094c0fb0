using System.Buffers.Binary;

namespace SixLabors.ImageSharp.Formats.Jpeg;

/// <summary>The tables that a file defines on its way, each in force until it is defined again.</summary>
internal sealed class JpegTables
{
    /// <summary>How many there can be of each kind.</summary>
    internal const int Count = 4;

    private readonly ushort[]?[] quantization = new ushort[]?[Count];
    private readonly JpegHuffmanTable?[] dc = new JpegHuffmanTable?[Count];
    private readonly JpegHuffmanTable?[] ac = new JpegHuffmanTable?[Count];

    /// <summary>Units between two restart markers; 0 for none.</summary>
    internal int RestartInterval { get; private set; }

    /// <summary>The natural place of each coefficient in zigzag order.</summary>
    internal static ReadOnlySpan<byte> Zigzag =>
    [
        0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28,
        35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63,
    ];

    internal ushort[] Quantization(int number) =>
        quantization[number] ?? throw JpegError.Damaged($"there is no quantization table {number}");

    /// <summary>The tables to decode a scan with; the standard ones where the file defines none and the image is not progressive.</summary>
    internal JpegHuffmanTable Dc(int number, bool isProgressive) => Find(dc, number, "DC", isProgressive ? null : JpegStandardTables.Dc);

    internal JpegHuffmanTable Ac(int number, bool isProgressive) => Find(ac, number, "AC", isProgressive ? null : JpegStandardTables.Ac);

    internal void ReadRestartInterval(ReadOnlySpan<byte> data) => RestartInterval =
        data.Length == 2
            ? BinaryPrimitives.ReadUInt16BigEndian(data)
            : throw JpegError.Damaged($"its restart interval has {data.Length} bytes");

    internal void ReadQuantization(ReadOnlySpan<byte> data)
    {
        while (!data.IsEmpty)
        {
            int bytes = 1 + (data[0] >> 4);
            int number = data[0] & 15;
            int length = 1 + (JpegComponent.BlockSize * bytes);
            if (bytes > 2 || number >= Count || data.Length < length)
            {
                throw JpegError.Damaged("a quantization table is cut short or of an unknown kind");
            }

            quantization[number] = ReadTable(data[1..length], bytes);
            data = data[length..];
        }
    }

    internal void ReadHuffman(ReadOnlySpan<byte> data)
    {
        while (!data.IsEmpty)
        {
            int kind = data[0] >> 4;
            int number = data[0] & 15;
            if (kind > 1 || number >= Count)
            {
                throw JpegError.Damaged($"there is a Huffman table {number} of kind {kind}");
            }

            (kind == 0 ? dc : ac)[number] = JpegHuffmanTable.Parse(data[1..], kind == 0, out int length);
            data = data[(1 + length)..];
        }
    }

    private static ushort[] ReadTable(ReadOnlySpan<byte> data, int bytes)
    {
        var table = new ushort[JpegComponent.BlockSize];
        for (int i = 0; i < table.Length; i++)
        {
            table[Zigzag[i]] = bytes == 1 ? data[i] : BinaryPrimitives.ReadUInt16BigEndian(data[(2 * i)..]);
        }

        return table;
    }

    private static JpegHuffmanTable Find(JpegHuffmanTable?[] tables, int number, string kind, Func<int, JpegHuffmanTable?>? standard) =>
        (number < Count ? tables[number] : null) ?? standard?.Invoke(number)
            ?? throw JpegError.Damaged($"there is no Huffman table {number} for {kind} coefficients");
}
