namespace Repro.Runtime.Imaging;

/// <summary>The byte that a value between 0 and 1 is shown as.</summary>
public static class PixelValue
{
    /// <summary>
    /// floor(clamp(value, 0, 1) · 255 + 0.5), in float64; not-a-number is shown as 0. A pixel of an image, divided by 255, gives back itself.
    /// </summary>
    public static byte ToByte(float value) => value > 0 ? (byte)((Math.Min(value, 1.0) * 255) + 0.5) : (byte)0;
}
