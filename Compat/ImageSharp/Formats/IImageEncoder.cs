using SixLabors.ImageSharp.PixelFormats;

namespace SixLabors.ImageSharp.Formats;

/// <summary>Writes images in one file format.</summary>
public interface IImageEncoder
{
    /// <summary>Writes the image; the stream stays open.</summary>
    void Encode<TPixel>(Image<TPixel> image, Stream stream)
        where TPixel : unmanaged, IPixel<TPixel>;
}
