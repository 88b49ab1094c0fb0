using SixLabors.ImageSharp.Processing.Processors;

namespace SixLabors.ImageSharp.Processing;

/// <summary>Puts a background under images.</summary>
public static class BackgroundColorExtensions
{
    /// <summary>Composes the colour behind the pixels (source over).</summary>
    public static IImageProcessingContext BackgroundColor(this IImageProcessingContext source, Color color) =>
        source.ApplyProcessor(new BackgroundColorProcessor(color));
}
