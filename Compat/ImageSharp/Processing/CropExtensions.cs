using SixLabors.ImageSharp.Processing.Processors;

namespace SixLabors.ImageSharp.Processing;

/// <summary>Crops images.</summary>
public static class CropExtensions
{
    /// <summary>Keeps a rectangle from the top-left corner.</summary>
    /// <exception cref="ArgumentException">The rectangle is not inside the image.</exception>
    public static IImageProcessingContext Crop(this IImageProcessingContext source, int width, int height) =>
        source.Crop(new Rectangle(0, 0, width, height));

    /// <summary>Keeps a rectangle.</summary>
    /// <exception cref="ArgumentException">The rectangle is not inside the image.</exception>
    public static IImageProcessingContext Crop(this IImageProcessingContext source, Rectangle cropRectangle) =>
        source.ApplyProcessor(new CropProcessor(cropRectangle));
}
