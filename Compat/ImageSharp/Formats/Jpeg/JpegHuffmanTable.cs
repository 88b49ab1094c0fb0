namespace SixLabors.ImageSharp.Formats.Jpeg;

/// <summary>A Huffman code: of each length, its codes are consecutive numbers (ITU-T T.81, annex C).</summary>
internal sealed class JpegHuffmanTable
{
    private const int MaxLength = 16;
    private const int ShortLength = 8;

    private readonly byte[] symbols;

    /// <summary>For each length, the number after its last code; and what to add to a code to find the place of its symbol.</summary>
    private readonly int[] end = new int[MaxLength + 1];
    private readonly int[] offset = new int[MaxLength + 1];

    /// <summary>For each start of eight bits, length · 256 + symbol of the code that begins it; 0 when that code is longer.</summary>
    private readonly ushort[] shortCodes = new ushort[1 << ShortLength];

    private JpegHuffmanTable(byte[] symbols) => this.symbols = symbols;

    /// <param name="data">How many codes there are of each length, then their symbols.</param>
    /// <param name="isDc">Whether the symbols are those of DC coefficients: numbers of bits.</param>
    /// <param name="length">How many bytes the table takes.</param>
    internal static JpegHuffmanTable Parse(ReadOnlySpan<byte> data, bool isDc, out int length)
    {
        int count = 0;
        for (int i = 0; i < MaxLength && i < data.Length; i++)
        {
            count += data[i];
        }

        length = MaxLength + count;
        if (data.Length < length || count > 256)
        {
            throw JpegError.Damaged("a Huffman table is cut short or has too many codes");
        }

        var table = new JpegHuffmanTable(data[MaxLength..length].ToArray());
        table.AssignCodes(data[..MaxLength]);
        return isDc && table.symbols.Any(symbol => symbol > 15)
            ? throw JpegError.Damaged("a Huffman table for DC coefficients has a symbol above 15")
            : table;
    }

    /// <summary>Reads a code and gives its symbol.</summary>
    internal int Decode(ref JpegBitReader bits)
    {
        int found = shortCodes[bits.Peek(ShortLength)];
        if (found != 0)
        {
            bits.Skip(found >> 8);
            return found & 0xFF;
        }

        for (int length = ShortLength + 1; length <= MaxLength; length++)
        {
            int code = bits.Peek(length);
            if (code < end[length])
            {
                bits.Skip(length);
                return symbols[code + offset[length]];
            }
        }

        bits.Require(MaxLength);
        throw JpegError.Damaged("there is a code that its Huffman table does not have");
    }

    private void AssignCodes(ReadOnlySpan<byte> counts)
    {
        var (code, place) = (0, 0);
        for (int length = 1; length <= MaxLength; length++)
        {
            offset[length] = place - code;
            for (int i = 0; i < counts[length - 1]; i++, code++, place++)
            {
                if (length <= ShortLength && code < 1 << length)
                {
                    int first = code << (ShortLength - length);
                    shortCodes.AsSpan(first, 1 << (ShortLength - length)).Fill((ushort)((length << 8) | symbols[place]));
                }
            }

            if (code > 1 << length)
            {
                throw JpegError.Damaged($"a Huffman table has too many codes of {length} bits");
            }

            end[length] = code;
            code <<= 1;
        }
    }
}
