using SixLabors.ImageSharp.Processing.Processors;

namespace SixLabors.ImageSharp.Processing;

/// <summary>Draws images onto images.</summary>
public static class DrawImageExtensions
{
    /// <summary>Draws an image over this one, from its top-left corner.</summary>
    /// <param name="source">The image to draw on.</param>
    /// <param name="foreground">The image to draw.</param>
    /// <param name="opacity">From 0 (not seen) to 1 (as it is).</param>
    public static IImageProcessingContext DrawImage(this IImageProcessingContext source, Image foreground, float opacity) =>
        source.DrawImage(foreground, default, opacity);

    /// <summary>Draws an image over this one; what falls outside is left out.</summary>
    /// <param name="source">The image to draw on.</param>
    /// <param name="foreground">The image to draw.</param>
    /// <param name="backgroundLocation">Where the foreground's top-left corner comes to lie.</param>
    /// <param name="opacity">From 0 (not seen) to 1 (as it is).</param>
    /// <exception cref="ArgumentOutOfRangeException">The opacity is outside 0..1.</exception>
    public static IImageProcessingContext DrawImage(
        this IImageProcessingContext source, Image foreground, Point backgroundLocation, float opacity)
    {
        ArgumentNullException.ThrowIfNull(foreground);
        if (!(opacity >= 0 && opacity <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(opacity), opacity, "The opacity is outside 0..1.");
        }

        return source.ApplyProcessor(new DrawImageProcessor(foreground, backgroundLocation, opacity));
    }
}
