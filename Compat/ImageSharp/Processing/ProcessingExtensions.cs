using SixLabors.ImageSharp.PixelFormats;

namespace SixLabors.ImageSharp.Processing;

/// <summary>Processes images, in place or into a copy. When a step throws, the image is unchanged.</summary>
public static class ProcessingExtensions
{
    /// <summary>Processes the image in place; its size may change.</summary>
    public static void Mutate(this Image source, Action<IImageProcessingContext> operation)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(operation);
        source.MutateWith(operation);
    }

    /// <summary>Processes the image in place; its size may change.</summary>
    public static void Mutate<TPixel>(this Image<TPixel> source, Action<IImageProcessingContext> operation)
        where TPixel : unmanaged, IPixel<TPixel> => Mutate((Image)source, operation);

    /// <summary>A processed copy of the image.</summary>
    public static Image<TPixel> Clone<TPixel>(this Image<TPixel> source, Action<IImageProcessingContext> operation)
        where TPixel : unmanaged, IPixel<TPixel>
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(operation);
        return source.Process(operation);
    }
}
