namespace SixLabors.ImageSharp.Formats.Png;

/// <summary>How the rows of a PNG file are filtered before compression.</summary>
public enum PngFilterMethod
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>The difference to the pixel on the left.</summary>
    Sub,

    /// <summary>The difference to the pixel above.</summary>
    Up,

    /// <summary>The difference to the mean of both.</summary>
    Average,

    /// <summary>The difference to Paeth's predictor of both and the pixel between them.</summary>
    Paeth,

    /// <summary>Per row, the filter with the least sum of absolute differences.</summary>
    Adaptive,
}
