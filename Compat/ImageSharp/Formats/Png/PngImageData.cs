using System.Buffers.Binary;
using System.IO.Compression;

namespace SixLabors.ImageSharp.Formats.Png;

/// <summary>The bytes of the rows: the data of all IDAT chunks, inflated.</summary>
internal sealed class PngImageData : IDisposable
{
    /// <summary>Deflate makes at most 258 bytes of 2 bits.</summary>
    private const int MostBytesPerCompressedByte = 1032;

    private readonly MemoryStream compressed;
    private readonly ZLibStream inflated;
    private readonly Adler32 checksum = new();

    /// <param name="compressed">The data of the IDAT chunks, one after the other.</param>
    /// <param name="byteCount">
    /// The bytes that the image needs: checked here, so that no memory is taken for data that cannot be there.
    /// </param>
    internal PngImageData(MemoryStream compressed, long byteCount)
    {
        this.compressed = compressed;
        ReadOnlySpan<byte> data = compressed.GetBuffer().AsSpan(0, (int)compressed.Length);
        if (byteCount / MostBytesPerCompressedByte > data.Length)
        {
            throw Truncated();
        }

        if (data.Length >= 2 && ((data[0] & 0x8F) != 8 || ((data[0] << 8) | data[1]) % 31 != 0 || (data[1] & 0x20) != 0))
        {
            throw new ImageFormatException("The PNG file is damaged: its image data does not begin with a zlib header.");
        }

        compressed.Position = 0;
        inflated = new ZLibStream(compressed, CompressionMode.Decompress);
    }

    /// <summary>Reads the next row: its filter and its bytes.</summary>
    internal int ReadRow(Span<byte> row)
    {
        Span<byte> filter = stackalloc byte[1];
        Read(filter);
        Read(row);
        return filter[0];
    }

    /// <summary>Reads on after the last row: the data has to end there, with its checksum.</summary>
    internal void Finish()
    {
        Span<byte> surplus = stackalloc byte[1];
        if (Inflate(surplus) > 0)
        {
            throw PngError.Damaged("it has more image data than its size needs");
        }

        // ZLibStream compares the checksum where there is one, and does not miss one that is cut off.
        ReadOnlySpan<byte> data = compressed.GetBuffer().AsSpan(0, (int)compressed.Length);
        if (data.Length < 6 || BinaryPrimitives.ReadUInt32BigEndian(data[^4..]) != checksum.Value)
        {
            throw PngError.Damaged("its image data does not end with its checksum");
        }
    }

    public void Dispose() => inflated.Dispose();

    private void Read(Span<byte> destination)
    {
        if (Inflate(destination) < destination.Length)
        {
            throw Truncated();
        }

        checksum.Add(destination);
    }

    private int Inflate(Span<byte> destination)
    {
        try
        {
            return inflated.ReadAtLeast(destination, destination.Length, throwOnEndOfStream: false);
        }
        catch (InvalidDataException exception)
        {
            throw PngError.Damaged("its image data cannot be decompressed", exception);
        }
    }

    private static InvalidImageContentException Truncated() => PngError.Damaged("it has less image data than its size needs");
}
