using SixLabors.ImageSharp.Processing.Processors.Transforms;

namespace SixLabors.ImageSharp.Processing;

/// <summary>Resizes images. A side of 0 is derived from the other, to keep the aspect ratio.</summary>
public static class ResizeExtensions
{
    /// <summary>Resizes with <see cref="KnownResamplers.Bicubic"/>.</summary>
    /// <exception cref="InvalidOperationException">Both sides are 0, or one is negative.</exception>
    public static IImageProcessingContext Resize(this IImageProcessingContext source, int width, int height) =>
        source.Resize(width, height, KnownResamplers.Bicubic);

    /// <summary>Resizes with <see cref="KnownResamplers.Bicubic"/>.</summary>
    /// <exception cref="InvalidOperationException">Both sides are 0, or one is negative.</exception>
    public static IImageProcessingContext Resize(this IImageProcessingContext source, Size size) =>
        source.Resize(size.Width, size.Height);

    /// <summary>Resizes.</summary>
    /// <exception cref="InvalidOperationException">Both sides are 0, or one is negative.</exception>
    public static IImageProcessingContext Resize(this IImageProcessingContext source, int width, int height, IResampler sampler) =>
        source.Resize(new ResizeOptions { Size = new Size(width, height), Mode = ResizeMode.Stretch, Sampler = sampler });

    /// <summary>Resizes.</summary>
    /// <exception cref="InvalidOperationException">Both sides are 0, or one is negative.</exception>
    public static IImageProcessingContext Resize(this IImageProcessingContext source, ResizeOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(options.Sampler, nameof(options));
        return source.ApplyProcessor(new ResizeProcessor(options));
    }
}
