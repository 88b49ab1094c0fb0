namespace SixLabors.ImageSharp.Formats.Jpeg;

/// <summary>The bits of a scan, up to the next marker. A byte FF of the data is followed by a stuffed byte 0.</summary>
internal ref struct JpegBitReader
{
    private readonly ReadOnlySpan<byte> file;
    private uint buffer;
    private int count;

    internal JpegBitReader(ReadOnlySpan<byte> file, int position)
    {
        this.file = file;
        Position = position;
    }

    /// <summary>Where the bytes begin that are not in the buffer yet. It is never after a marker.</summary>
    internal int Position { get; private set; }

    /// <summary>The next bits, 1 to 16, as a number; zeros follow the last.</summary>
    internal int Peek(int length)
    {
        Fill();
        uint bits = count >= length ? buffer >> (count - length) : buffer << (length - count);
        return (int)(bits & ((1u << length) - 1));
    }

    internal void Skip(int length)
    {
        Require(length);
        count -= length;
    }

    internal int Read(int length)
    {
        if (length == 0)
        {
            return 0;
        }

        int bits = Peek(length);
        Skip(length);
        return bits;
    }

    /// <summary>A number of so many bits in which the lower half stands for negative numbers (ITU-T T.81, F.2.2.1).</summary>
    internal int ReadSigned(int length)
    {
        int bits = Read(length);
        return length == 0 || bits >= 1 << (length - 1) ? bits : bits - (1 << length) + 1;
    }

    /// <exception cref="InvalidImageContentException">There are fewer bits before the next marker.</exception>
    internal void Require(int length)
    {
        if (length > count)
        {
            throw JpegError.Truncated();
        }
    }

    /// <summary>Leaves the rest of the last byte, and passes the restart marker of this number, counted modulo 8.</summary>
    internal void Restart(int number)
    {
        var marker = (byte)(JpegMarker.FirstRestart + (number % 8));
        while (Position + 1 < file.Length && file[Position] == 0xFF && file[Position + 1] == 0xFF)
        {
            Position++;
        }

        if (Position + 1 >= file.Length)
        {
            throw JpegError.Truncated();
        }

        if (file[Position] != 0xFF || file[Position + 1] != marker)
        {
            throw JpegError.Damaged($"restart marker {number % 8} is not where it must be");
        }

        Position += 2;
        (buffer, count) = (0, 0);
    }

    private void Fill()
    {
        while (count <= 24 && Position < file.Length)
        {
            byte next = file[Position];
            if (next == 0xFF)
            {
                if (Position + 1 >= file.Length || file[Position + 1] != 0)
                {
                    return;
                }

                Position++;
            }

            Position++;
            buffer = (buffer << 8) | next;
            count += 8;
        }
    }
}
