using System.Buffers.Binary;
using System.Text;

namespace SixLabors.ImageSharp.Formats.Png;

/// <summary>Walks the chunks of a PNG file: length, type, data and CRC of type and data.</summary>
internal ref struct PngChunkReader
{
    private ReadOnlySpan<byte> rest;

    /// <summary>Starts at the first chunk.</summary>
    /// <exception cref="UnknownImageFormatException">The data does not begin with the signature of PNG.</exception>
    internal PngChunkReader(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith(Signature))
        {
            throw new UnknownImageFormatException(file.IsEmpty
                ? "There is no data to read an image from."
                : "The data is neither a PNG nor a JPEG image: it does not begin like one.");
        }

        rest = file[Signature.Length..];
        Type = "";
    }

    internal static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The four letters of the chunk's type.</summary>
    internal string Type { get; private set; }

    internal ReadOnlySpan<byte> Data { get; private set; }

    /// <summary>Moves to the next chunk. The data of an ancillary one that decides no pixel is left unread, with its CRC.</summary>
    /// <exception cref="InvalidImageContentException">The file ends, or the chunk is damaged or an unknown critical one.</exception>
    internal void MoveNext()
    {
        uint length = rest.Length >= 8 ? BinaryPrimitives.ReadUInt32BigEndian(rest) : 0;
        if (rest.Length < 12 || length > rest.Length - 12)
        {
            throw new InvalidImageContentException("The PNG file is truncated: it ends within a chunk or has no IEND chunk.");
        }

        ReadOnlySpan<byte> typeAndData = rest.Slice(4, 4 + (int)length);
        uint crc = BinaryPrimitives.ReadUInt32BigEndian(rest[(8 + (int)length)..]);
        rest = rest[(12 + (int)length)..];
        Type = Encoding.Latin1.GetString(typeAndData[..4]);
        Data = typeAndData[4..];
        if (!Type.All(char.IsAsciiLetter))
        {
            throw PngError.Damaged($"a chunk '{Printable(Type)}' has a type that is not four letters");
        }

        bool isKnown = Type is "IHDR" or "PLTE" or "tRNS" or "IDAT" or "IEND";
        if (!isKnown && !IsAncillary(typeAndData[0]))
        {
            throw PngError.Damaged($"the chunk '{Type}' is critical and unknown");
        }

        if (isKnown && crc != Crc32.Compute(typeAndData))
        {
            throw PngError.Damaged($"the CRC of its chunk '{Type}' is wrong");
        }
    }

    private static string Printable(string type) => string.Concat(type.Select(letter => char.IsAsciiLetter(letter) ? letter : '?'));

    private static bool IsAncillary(byte firstLetter) => (firstLetter & 0x20) != 0;
}
