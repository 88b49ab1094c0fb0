using System.Diagnostics.CodeAnalysis;

namespace SixLabors.ImageSharp.Formats.Png;

/// <summary>How hard the deflate compression tries, from 0 (stored) to 9.</summary>
[SuppressMessage("Design", "CA1069:Enums values should not be duplicated", Justification = "Both names are the official API's.")]
public enum PngCompressionLevel
{
    /// <summary>Stored.</summary>
    Level0 = 0,

    /// <summary>Stored.</summary>
    NoCompression = Level0,

    /// <summary>The fastest.</summary>
    Level1 = 1,

    /// <summary>The fastest.</summary>
    BestSpeed = Level1,

    /// <summary>Level 2.</summary>
    Level2 = 2,

    /// <summary>Level 3.</summary>
    Level3 = 3,

    /// <summary>Level 4.</summary>
    Level4 = 4,

    /// <summary>Level 5.</summary>
    Level5 = 5,

    /// <summary>The default.</summary>
    Level6 = 6,

    /// <summary>The default.</summary>
    DefaultCompression = Level6,

    /// <summary>Level 7.</summary>
    Level7 = 7,

    /// <summary>Level 8.</summary>
    Level8 = 8,

    /// <summary>The smallest.</summary>
    Level9 = 9,

    /// <summary>The smallest.</summary>
    BestCompression = Level9,
}
