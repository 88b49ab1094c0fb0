namespace SixLabors.ImageSharp.PixelFormats;

/// <summary>A pixel that converts from and to 8-bit RGBA.</summary>
/// <typeparam name="TSelf">The pixel type itself.</typeparam>
public interface IPixel<TSelf> : IPixel
    where TSelf : unmanaged, IPixel<TSelf>
{
}
