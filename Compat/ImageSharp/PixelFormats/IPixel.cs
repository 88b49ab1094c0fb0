namespace SixLabors.ImageSharp.PixelFormats;

/// <summary>A pixel that converts from and to 8-bit RGBA.</summary>
public interface IPixel
{
    /// <summary>Takes the colour of <paramref name="source"/>, as far as this format can hold it.</summary>
    void FromRgba32(Rgba32 source);

    /// <summary>Writes this pixel's colour to <paramref name="dest"/>.</summary>
    void ToRgba32(ref Rgba32 dest);
}
