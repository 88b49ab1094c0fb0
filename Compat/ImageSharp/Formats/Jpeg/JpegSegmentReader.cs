using System.Buffers.Binary;

namespace SixLabors.ImageSharp.Formats.Jpeg;

/// <summary>Walks the segments of a JPEG file: a marker, and for most a length and data (ITU-T T.81, annex B).</summary>
internal ref struct JpegSegmentReader
{
    private readonly ReadOnlySpan<byte> file;

    /// <summary>Starts after the marker of the file's start.</summary>
    internal JpegSegmentReader(ReadOnlySpan<byte> file)
    {
        this.file = file;
        Position = Signature.Length - 1;
    }

    /// <summary>Start of image, and the first byte of the next marker.</summary>
    internal static ReadOnlySpan<byte> Signature => [0xFF, JpegMarker.StartOfImage, 0xFF];

    /// <summary>Where the next marker is looked for: after the data of the last segment, or after a scan.</summary>
    internal int Position { get; set; }

    /// <summary>The second byte of the marker.</summary>
    internal byte Marker { get; private set; }

    internal ReadOnlySpan<byte> Data { get; private set; }

    /// <summary>Moves to the next segment. Bytes before its marker, which some programs leave after a scan, are skipped.</summary>
    internal void MoveNext()
    {
        do
        {
            int marker = file[Position..].IndexOf((byte)0xFF);
            if (marker < 0 || Position + marker + 1 >= file.Length)
            {
                throw JpegError.Truncated();
            }

            Position += marker + 1;
            Marker = file[Position];
        }
        while (Marker is 0 or 0xFF);

        Position++;
        Data = default;
        if (!JpegMarker.StandsAlone(Marker))
        {
            ReadData();
        }
    }

    private void ReadData()
    {
        ReadOnlySpan<byte> rest = file[Position..];
        int length = rest.Length < 2 ? int.MaxValue : BinaryPrimitives.ReadUInt16BigEndian(rest);
        if (length > rest.Length)
        {
            throw JpegError.Truncated();
        }

        if (length < 2)
        {
            throw JpegError.Damaged($"a segment has a length of {length} bytes, which is less than the length itself takes");
        }

        Data = rest[2..length];
        Position += length;
    }
}
