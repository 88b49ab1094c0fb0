using System.Globalization;

namespace SixLabors.ImageSharp.PixelFormats;

/// <summary>Luminance, 8 bits.</summary>
public struct L8 : IPixel<L8>
{
    /// <summary>A grey of the given luminance.</summary>
    public L8(byte luminance) => PackedValue = luminance;

    /// <summary>The luminance: 0 is black, 255 white.</summary>
    public byte PackedValue { get; set; }

    /// <summary>Takes the luminance of ITU-R BT.709, rounded to nearest; alpha is dropped.</summary>
    public void FromRgba32(Rgba32 source) =>
        PackedValue = (byte)((source.R * .2126f) + (source.G * .7152f) + (source.B * .0722f) + .5f);

    /// <inheritdoc/>
    public readonly void ToRgba32(ref Rgba32 dest) => dest = new Rgba32(PackedValue, PackedValue, PackedValue);

    /// <inheritdoc/>
    public override readonly string ToString() => string.Create(CultureInfo.InvariantCulture, $"L8({PackedValue})");
}
