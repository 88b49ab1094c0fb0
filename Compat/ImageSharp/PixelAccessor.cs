using SixLabors.ImageSharp.PixelFormats;

namespace SixLabors.ImageSharp;

/// <summary>The rows of an image.</summary>
public ref struct PixelAccessor<TPixel>
    where TPixel : unmanaged, IPixel<TPixel>
{
    private readonly Image<TPixel> image;

    internal PixelAccessor(Image<TPixel> image) => this.image = image;

    /// <summary>The number of columns.</summary>
    public int Width => image.Width;

    /// <summary>The number of rows.</summary>
    public int Height => image.Height;

    /// <summary>The pixels of a row, from the left.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public Span<TPixel> GetRowSpan(int rowIndex) => image.Row(rowIndex);
}
