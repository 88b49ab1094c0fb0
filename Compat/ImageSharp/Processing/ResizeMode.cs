namespace SixLabors.ImageSharp.Processing;

/// <summary>How an image is fitted into a size of another aspect ratio.</summary>
public enum ResizeMode
{
    /// <summary>Filled: what sticks out is cut off.</summary>
    Crop = 0,

    /// <summary>Whole, with a margin.</summary>
    Pad = 1,

    /// <summary>Whole, and the result is as small as it is.</summary>
    Max = 3,

    /// <summary>Distorted.</summary>
    Stretch = 5,
}
