namespace SixLabors.ImageSharp.Formats.Jpeg;

/// <summary>Reads one component's blocks in one scan.</summary>
internal abstract class JpegBlockDecoder
{
    internal static JpegBlockDecoder Of(JpegFrame frame, JpegScan scan, JpegTables tables, int dc, int ac) =>
        (frame.IsProgressive, scan.First, scan.High) switch
    {
        (false, _, _) => new JpegSequentialBlocks(tables.Dc(dc, frame.IsProgressive), tables.Ac(ac, frame.IsProgressive)),
        (true, 0, 0) => new JpegFirstDcBits(tables.Dc(dc, frame.IsProgressive), scan.Low),
        (true, 0, _) => new JpegNextDcBit(scan.Low),
        (true, _, 0) => new JpegFirstAcBits(tables.Ac(ac, frame.IsProgressive), scan),
        _ => new JpegNextAcBit(tables.Ac(ac, frame.IsProgressive), scan),
    };

    internal abstract void Decode(ref JpegBitReader bits, Span<short> block);

    /// <summary>Forgets what the blocks before have to do with those after a restart marker.</summary>
    internal virtual void Restart()
    {
    }
}
