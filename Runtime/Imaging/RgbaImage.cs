namespace Repro.Runtime.Imaging;

/// <summary>The pixels of a file as they are, with alpha.</summary>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
/// <param name="Pixels">Rows from the top, four bytes (red, green, blue, alpha; not premultiplied) a pixel.</param>
internal sealed record RgbaImage(int Width, int Height, byte[] Pixels)
{
    /// <summary>SHA-256, in lowercase hex, of the width and the height (32-bit little endian) and the pixels.</summary>
    public string Hash() => PixelHash.Of(Width, Height, Pixels);
}
