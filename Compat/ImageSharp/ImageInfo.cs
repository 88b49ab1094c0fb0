using SixLabors.ImageSharp.Metadata;

namespace SixLabors.ImageSharp;

/// <summary>What an image file says of itself before its pixels are read.</summary>
public class ImageInfo
{
    internal ImageInfo(Size size, ImageMetadata metadata)
    {
        Size = size;
        Metadata = metadata;
    }

    /// <summary>The width in pixels.</summary>
    public int Width => Size.Width;

    /// <summary>The height in pixels.</summary>
    public int Height => Size.Height;

    /// <summary>The width and the height.</summary>
    public Size Size { get; }

    /// <summary>What is known of the image besides its pixels.</summary>
    public ImageMetadata Metadata { get; }
}
