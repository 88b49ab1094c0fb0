using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing.Processors;

namespace SixLabors.ImageSharp.Processing;

internal sealed class ImageProcessingContext<TPixel>(Image<TPixel> image) : IImageProcessingContext
    where TPixel : unmanaged, IPixel<TPixel>
{
    internal Image<TPixel> Current { get; private set; } = image;

    public Size GetCurrentSize() => Current.Size;

    public IImageProcessingContext ApplyProcessor(IImageProcessor processor)
    {
        Current = processor.Apply(Current);
        return this;
    }
}
