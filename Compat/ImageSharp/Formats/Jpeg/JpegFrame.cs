using System.Buffers.Binary;

namespace SixLabors.ImageSharp.Formats.Jpeg;

/// <summary>The frame header: size and components (ITU-T T.81, B.2.2).</summary>
internal sealed class JpegFrame
{
    private const int HeaderLength = 6;
    private const int ComponentLength = 3;

    private JpegFrame(int width, int height, bool isProgressive, JpegComponent[] components)
    {
        Width = width;
        Height = height;
        IsProgressive = isProgressive;
        Components = components;
        MaxHorizontal = components.Max(component => component.Horizontal);
        MaxVertical = components.Max(component => component.Vertical);
        foreach (JpegComponent component in components)
        {
            component.Place(this);
        }
    }

    internal int Width { get; }

    internal int Height { get; }

    internal bool IsProgressive { get; }

    internal JpegComponent[] Components { get; }

    internal int MaxHorizontal { get; }

    internal int MaxVertical { get; }

    /// <summary>Minimum coded units of a scan of several components, in a row and in a column.</summary>
    internal int UnitsInRow => DivideUp(Width, 8 * MaxHorizontal);

    internal int UnitsInColumn => DivideUp(Height, 8 * MaxVertical);

    internal static JpegFrame Parse(byte marker, ReadOnlySpan<byte> data)
    {
        if (marker is not (JpegMarker.Baseline or JpegMarker.ExtendedSequential or JpegMarker.Progressive))
        {
            throw JpegError.Unsupported(
                $"of the process {marker - JpegMarker.Baseline} (lossless, hierarchical or with arithmetic coding)");
        }

        int count = data.Length < HeaderLength ? 0 : data[5];
        if (data.Length != HeaderLength + (ComponentLength * count))
        {
            throw JpegError.Damaged($"its frame header has {data.Length} bytes for {count} components");
        }

        int height = BinaryPrimitives.ReadUInt16BigEndian(data[1..]);
        int width = BinaryPrimitives.ReadUInt16BigEndian(data[3..]);
        if (width == 0 || height == 0)
        {
            throw JpegError.Damaged($"its size is {width}x{height} pixels");
        }

        if (data[0] != 8 || count is not (1 or 3))
        {
            throw JpegError.Unsupported($"of {count} components of {data[0]} bits");
        }

        var components = new JpegComponent[count];
        for (int i = 0; i < count; i++)
        {
            components[i] = JpegComponent.Parse(data.Slice(HeaderLength + (ComponentLength * i), ComponentLength));
        }

        return components.Select(component => component.Id).Distinct().Count() == count
            ? new JpegFrame(width, height, marker == JpegMarker.Progressive, components)
            : throw JpegError.Damaged("two of its components have the same number");
    }

    internal static int DivideUp(int dividend, int divisor) => (dividend + divisor - 1) / divisor;
}
