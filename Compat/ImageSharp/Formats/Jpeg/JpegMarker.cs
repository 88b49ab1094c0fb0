namespace SixLabors.ImageSharp.Formats.Jpeg;

/// <summary>The second bytes of the markers (ITU-T T.81, table B.1).</summary>
internal static class JpegMarker
{
    internal const byte Baseline = 0xC0;
    internal const byte ExtendedSequential = 0xC1;
    internal const byte Progressive = 0xC2;
    internal const byte HuffmanTables = 0xC4;
    internal const byte FirstRestart = 0xD0;
    internal const byte LastRestart = 0xD7;
    internal const byte StartOfImage = 0xD8;
    internal const byte EndOfImage = 0xD9;
    internal const byte StartOfScan = 0xDA;
    internal const byte QuantizationTables = 0xDB;
    internal const byte RestartInterval = 0xDD;
    internal const byte Application0 = 0xE0;
    internal const byte Application14 = 0xEE;

    /// <summary>Whether no length and data follow.</summary>
    internal static bool StandsAlone(byte marker) => marker is 0x01 or (>= FirstRestart and <= EndOfImage);

    /// <summary>Whether the marker begins a frame of some kind: all of C0 to CF but the tables (C4, CC) and a reserved one (C8).</summary>
    internal static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (HuffmanTables or 0xC8 or 0xCC);
}
