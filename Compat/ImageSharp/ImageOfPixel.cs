using System.Runtime.InteropServices;
using SixLabors.ImageSharp.Formats;
using SixLabors.ImageSharp.Memory;
using SixLabors.ImageSharp.Metadata;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing;

namespace SixLabors.ImageSharp;

/// <summary>An image: rows of pixels, from the top, each from the left, in one piece of memory.</summary>
public sealed class Image<TPixel> : Image
    where TPixel : unmanaged, IPixel<TPixel>
{
    private TPixel[]? pixels;

    /// <summary>An image of default (black or transparent black) pixels.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The width or the height is not positive.</exception>
    /// <exception cref="InvalidMemoryOperationException">The image would take more than 4 GiB.</exception>
    public Image(int width, int height)
        : this(width, height, new ImageMetadata())
    {
    }

    /// <summary>An image of one colour. Throws like <see cref="Image{TPixel}(int, int)"/>.</summary>
    public Image(int width, int height, TPixel backgroundColor)
        : this(width, height) => Pixels.Fill(backgroundColor);

    internal Image(int width, int height, ImageMetadata metadata)
        : base(width, height, metadata)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        pixels = PixelMemory.Allocate<TPixel>(width, height);
    }

    internal Span<TPixel> Pixels
    {
        get
        {
            ObjectDisposedException.ThrowIf(pixels is null, this);
            return pixels;
        }
    }

    /// <summary>The pixel in column <paramref name="x"/> of row <paramref name="y"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such pixel.</exception>
    public TPixel this[int x, int y]
    {
        get => Row(y)[Column(x)];
        set => Row(y)[Column(x)] = value;
    }

    /// <summary>Gives the rows to <paramref name="processPixels"/>.</summary>
    public void ProcessPixelRows(PixelAccessorAction<TPixel> processPixels)
    {
        ArgumentNullException.ThrowIfNull(processPixels);
        processPixels(new PixelAccessor<TPixel>(this));
    }

    /// <summary>Copies all pixels, row by row.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The destination is too short.</exception>
    public void CopyPixelDataTo(Span<TPixel> destination)
    {
        if (destination.Length < Pixels.Length)
        {
            throw new ArgumentOutOfRangeException(nameof(destination), $"{Width}x{Height} pixels do not fit into {destination.Length}.");
        }

        Pixels.CopyTo(destination);
    }

    /// <summary>Copies all pixels, row by row, as bytes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The destination is too short.</exception>
    public void CopyPixelDataTo(Span<byte> destination) => CopyPixelDataTo(MemoryMarshal.Cast<byte, TPixel>(destination));

    /// <summary>A copy.</summary>
    public Image<TPixel> Clone()
    {
        var clone = new Image<TPixel>(Width, Height, Metadata);
        Pixels.CopyTo(clone.Pixels);
        return clone;
    }

    /// <inheritdoc/>
    public override string ToString() => $"Image<{typeof(TPixel).Name}>: {Width}x{Height}";

    internal Span<TPixel> Row(int y)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(y);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(y, Height);
        return Pixels.Slice(y * Width, Width);
    }

    internal void WriteRow(int y, ReadOnlySpan<Rgba32> source)
    {
        Span<TPixel> row = Row(y);
        for (int x = 0; x < row.Length; x++)
        {
            row[x].FromRgba32(source[x]);
        }
    }

    internal override void ReadRow(int y, Span<Rgba32> destination)
    {
        Span<TPixel> row = Row(y);
        for (int x = 0; x < row.Length; x++)
        {
            row[x].ToRgba32(ref destination[x]);
        }
    }

    internal override void EncodeWith(IImageEncoder encoder, Stream stream) => encoder.Encode(this, stream);

    internal override void MutateWith(Action<IImageProcessingContext> operation)
    {
        Image<TPixel> result = Process(operation);
        (Width, Height, pixels) = (result.Width, result.Height, result.pixels);
    }

    internal Image<TPixel> Process(Action<IImageProcessingContext> operation)
    {
        var context = new ImageProcessingContext<TPixel>(Clone());
        operation(context);
        return context.Current;
    }

    private protected override void FreePixels() => pixels = null;

    private int Column(int x)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(x);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(x, Width);
        return x;
    }
}
