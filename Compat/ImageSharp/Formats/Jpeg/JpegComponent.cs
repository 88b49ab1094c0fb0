namespace SixLabors.ImageSharp.Formats.Jpeg;

/// <summary>A component of the frame: its place in the image and, as the scans are read, its coefficients.</summary>
internal sealed class JpegComponent(byte id, int horizontal, int vertical, int table)
{
    internal const int BlockSize = 64;

    internal byte Id => id;

    /// <summary>The sampling factors, 1 to 4.</summary>
    internal int Horizontal => horizontal;

    internal int Vertical => vertical;

    /// <summary>The number of the quantization table.</summary>
    internal int Table => table;

    /// <summary>The quantization table as it stands at the component's first scan, in natural order.</summary>
    internal ushort[]? Quantization { get; set; }

    /// <summary>Samples in a row and in a column, those outside the image not counted.</summary>
    internal int Width { get; private set; }

    internal int Height { get; private set; }

    /// <summary>Blocks in a row and in a column, so many as the units of a scan of several components need.</summary>
    internal int BlocksInRow { get; private set; }

    internal int BlocksInColumn { get; private set; }

    /// <summary>For each block, row by row, its coefficients in natural order.</summary>
    internal short[] Coefficients { get; private set; } = [];

    /// <summary>For each coefficient in zigzag order, how many of its low bits are still to come; −1 before its first scan.</summary>
    internal sbyte[] Missing { get; } = [.. Enumerable.Repeat((sbyte)-1, BlockSize)];

    internal static JpegComponent Parse(ReadOnlySpan<byte> data)
    {
        var (horizontal, vertical, table) = (data[1] >> 4, data[1] & 15, data[2]);
        return horizontal is >= 1 and <= 4 && vertical is >= 1 and <= 4 && table < JpegTables.Count
            ? new JpegComponent(data[0], horizontal, vertical, table)
            : throw JpegError.Damaged($"a component has the sampling factors {horizontal} and {vertical}, and table {table}");
    }

    internal void Place(JpegFrame frame)
    {
        if (frame.MaxHorizontal % horizontal != 0 || frame.MaxVertical % vertical != 0)
        {
            throw JpegError.Unsupported(
                $"with sampling factors {horizontal} of {frame.MaxHorizontal} and {vertical} of {frame.MaxVertical}");
        }

        Width = JpegFrame.DivideUp(frame.Width * horizontal, frame.MaxHorizontal);
        Height = JpegFrame.DivideUp(frame.Height * vertical, frame.MaxVertical);
        BlocksInRow = frame.UnitsInRow * horizontal;
        BlocksInColumn = frame.UnitsInColumn * vertical;
    }

    internal void Allocate() => Coefficients = new short[BlocksInRow * (long)BlocksInColumn * BlockSize];

    internal void Free() => Coefficients = [];

    internal Span<short> Block(int column, int row) => Coefficients.AsSpan(((row * BlocksInRow) + column) * BlockSize, BlockSize);
}
