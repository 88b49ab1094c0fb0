namespace Repro.Runtime.Imaging;

/// <summary>The byte that shows a value between 0 and 1.</summary>
public static class PixelValue
{
    /// <summary>floor(clamp(value, 0, 1) · 255 + 0.5), in float64; 0 for NaN. A byte divided by 255 gives the same byte again.</summary>
    public static byte ToByte(float value) => value > 0 ? (byte)((Math.Min(value, 1.0) * 255) + 0.5) : (byte)0;
}
