namespace SixLabors.ImageSharp.Processing;

/// <summary>Which part of an image is kept, or where it lies, when it is cropped or padded.</summary>
public enum AnchorPositionMode
{
    /// <summary>The centre.</summary>
    Center = 0,

    /// <summary>The middle of the top edge.</summary>
    Top = 1,

    /// <summary>The middle of the bottom edge.</summary>
    Bottom = 2,

    /// <summary>The middle of the left edge.</summary>
    Left = 3,

    /// <summary>The middle of the right edge.</summary>
    Right = 4,

    /// <summary>The top-left corner.</summary>
    TopLeft = 5,

    /// <summary>The top-right corner.</summary>
    TopRight = 6,

    /// <summary>The bottom-right corner.</summary>
    BottomRight = 7,

    /// <summary>The bottom-left corner.</summary>
    BottomLeft = 8,
}
