using SixLabors.ImageSharp.Formats;

namespace SixLabors.ImageSharp.Metadata;

/// <summary>What is known of an image besides its pixels.</summary>
public sealed class ImageMetadata
{
    /// <summary>The metadata of an image made in memory.</summary>
    public ImageMetadata()
    {
    }

    internal ImageMetadata(IImageFormat decodedImageFormat) => DecodedImageFormat = decodedImageFormat;

    /// <summary>The format the image was read from; null for one made in memory.</summary>
    public IImageFormat? DecodedImageFormat { get; }
}
