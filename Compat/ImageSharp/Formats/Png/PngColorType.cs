namespace SixLabors.ImageSharp.Formats.Png;

/// <summary>What the samples of a PNG file mean, by the number that the file holds.</summary>
public enum PngColorType : byte
{
    /// <summary>Luminance.</summary>
    Grayscale = 0,

    /// <summary>Red, green and blue.</summary>
    Rgb = 2,

    /// <summary>An index into a palette of RGB colours.</summary>
    Palette = 3,

    /// <summary>Luminance and alpha.</summary>
    GrayscaleWithAlpha = 4,

    /// <summary>Red, green, blue and alpha.</summary>
    RgbWithAlpha = 6,
}
