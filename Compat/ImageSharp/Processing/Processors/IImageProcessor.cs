using SixLabors.ImageSharp.PixelFormats;

namespace SixLabors.ImageSharp.Processing.Processors;

/// <summary>A step of processing.</summary>
public interface IImageProcessor
{
    /// <summary>The processed image; the source is not changed.</summary>
    internal Image<TPixel> Apply<TPixel>(Image<TPixel> source)
        where TPixel : unmanaged, IPixel<TPixel>;
}
