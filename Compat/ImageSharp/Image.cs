using SixLabors.ImageSharp.Formats;
using SixLabors.ImageSharp.Metadata;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing;

namespace SixLabors.ImageSharp;

/// <summary>An image whose pixel format is not known statically.</summary>
public abstract partial class Image : IDisposable
{
    private protected Image(int width, int height, ImageMetadata metadata)
    {
        Width = width;
        Height = height;
        Metadata = metadata;
    }

    /// <summary>The width in pixels.</summary>
    public int Width { get; private protected set; }

    /// <summary>The height in pixels.</summary>
    public int Height { get; private protected set; }

    /// <summary>The width and the height.</summary>
    public Size Size => new(Width, Height);

    /// <summary>The rectangle of all pixels.</summary>
    public Rectangle Bounds => new(0, 0, Width, Height);

    /// <summary>What is known of the image besides its pixels.</summary>
    public ImageMetadata Metadata { get; }

    /// <summary>Writes the image; the stream stays open.</summary>
    public void Save(Stream stream, IImageEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(encoder);
        EncodeWith(encoder, stream);
    }

    /// <summary>A copy in another pixel format.</summary>
    public Image<TPixel2> CloneAs<TPixel2>()
        where TPixel2 : unmanaged, IPixel<TPixel2>
    {
        var clone = new Image<TPixel2>(Width, Height, Metadata);
        var row = new Rgba32[Width];
        for (int y = 0; y < Height; y++)
        {
            ReadRow(y, row);
            clone.WriteRow(y, row);
        }

        return clone;
    }

    /// <summary>Frees the pixels; later access to them throws <see cref="ObjectDisposedException"/>.</summary>
    public void Dispose()
    {
        FreePixels();
        GC.SuppressFinalize(this);
    }

    internal abstract void ReadRow(int y, Span<Rgba32> destination);

    internal abstract void EncodeWith(IImageEncoder encoder, Stream stream);

    internal abstract void MutateWith(Action<IImageProcessingContext> operation);

    private protected abstract void FreePixels();
}
