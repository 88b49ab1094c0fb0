namespace SixLabors.ImageSharp.Formats.Jpeg;

/// <summary>A scan: which coefficients, and which of their bits, of which components it holds (ITU-T T.81, B.2.3).</summary>
/// <param name="Components">The components with the numbers of their Huffman tables.</param>
/// <param name="First">The first coefficient, in zigzag order.</param>
/// <param name="Last">The last coefficient.</param>
/// <param name="High">How many low bits were missing before; 0 when this is the coefficients' first scan.</param>
/// <param name="Low">How many low bits are missing after it.</param>
internal sealed record JpegScan((JpegComponent Component, int Dc, int Ac)[] Components, int First, int Last, int High, int Low)
{
    internal static JpegScan Parse(ReadOnlySpan<byte> data, JpegFrame frame)
    {
        int count = data.IsEmpty ? 0 : data[0];
        if (count == 0 || count > frame.Components.Length || data.Length != 4 + (2 * count))
        {
            throw JpegError.Damaged($"a scan header has {data.Length} bytes for {count} components");
        }

        var components = new (JpegComponent Component, int Dc, int Ac)[count];
        for (int i = 0; i < count; i++)
        {
            byte id = data[1 + (2 * i)];
            byte tables = data[2 + (2 * i)];
            JpegComponent component = frame.Components.FirstOrDefault(component => component.Id == id)
                ?? throw JpegError.Damaged($"a scan is of component {id}, which its frame does not have");
            components[i] = (component, tables >> 4, tables & 15);
        }

        if (components.Select(entry => entry.Component).Distinct().Count() != count)
        {
            throw JpegError.Damaged("a scan has a component twice");
        }

        ReadOnlySpan<byte> rest = data[(1 + (2 * count))..];
        JpegScan scan = frame.IsProgressive
            ? new JpegScan(components, rest[0], rest[1], rest[2] >> 4, rest[2] & 15)
            : new JpegScan(components, 0, JpegComponent.BlockSize - 1, 0, 0);
        scan.Advance(frame);
        return scan;
    }

    /// <summary>Notes which bits of which coefficients this scan brings. They must come in order.</summary>
    private void Advance(JpegFrame frame)
    {
        bool isDc = First == 0;
        bool fits = Last < JpegComponent.BlockSize && First <= Last && Low <= 13 && (High == 0 || High == Low + 1);
        if (frame.IsProgressive && (!fits || (isDc ? Last != 0 : Components.Length != 1)))
        {
            throw JpegError.Damaged(
                $"a scan has the coefficients {First} to {Last}, bits {High} and {Low}, of {Components.Length} components");
        }

        foreach ((JpegComponent component, _, _) in Components)
        {
            for (int i = First; i <= Last; i++)
            {
                if (component.Missing[i] != (High == 0 ? -1 : High))
                {
                    throw JpegError.Damaged($"a scan has bits of coefficient {i} that do not follow those before it");
                }

                component.Missing[i] = (sbyte)Low;
            }
        }
    }
}
