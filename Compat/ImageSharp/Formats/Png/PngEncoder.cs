namespace SixLabors.ImageSharp.Formats.Png;

/// <summary>Writes PNG files: 8 bits a sample, not interlaced, without a palette.</summary>
public class PngEncoder : IImageEncoder
{
    /// <summary>The bits of a sample; null, the default, stands for 8, the only depth that can be written.</summary>
    public PngBitDepth? BitDepth { get; init; }

    /// <summary>What is written of each pixel; null, the default, for what the pixel format holds.</summary>
    public PngColorType? ColorType { get; init; }

    /// <summary>The filter of the rows; null, the default, stands for Paeth.</summary>
    public PngFilterMethod? FilterMethod { get; init; }

    /// <summary>How hard to compress; 6 by default.</summary>
    public PngCompressionLevel CompressionLevel { get; init; } = PngCompressionLevel.DefaultCompression;

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">A palette, or another depth than 8 bits, is asked for.</exception>
    void IImageEncoder.Encode<TPixel>(Image<TPixel> image, Stream stream)
    {
        if (BitDepth is not (null or PngBitDepth.Bit8))
        {
            throw new NotSupportedException($"PNG files are written with 8 bits a sample only, not with {BitDepth}.");
        }

        PngWriter.Write(
            image,
            stream,
            ColorType ?? PngWriter.NaturalColorType<TPixel>(),
            FilterMethod ?? PngFilterMethod.Paeth,
            (int)CompressionLevel);
    }
}
