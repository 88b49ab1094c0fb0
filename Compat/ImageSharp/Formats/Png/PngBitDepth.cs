namespace SixLabors.ImageSharp.Formats.Png;

/// <summary>The number of bits in a sample of a PNG file.</summary>
public enum PngBitDepth : byte
{
    /// <summary>1 bit.</summary>
    Bit1 = 1,

    /// <summary>2 bits.</summary>
    Bit2 = 2,

    /// <summary>4 bits.</summary>
    Bit4 = 4,

    /// <summary>8 bits.</summary>
    Bit8 = 8,

    /// <summary>16 bits.</summary>
    Bit16 = 16,
}
