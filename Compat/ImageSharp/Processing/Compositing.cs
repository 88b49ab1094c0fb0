using SixLabors.ImageSharp.PixelFormats;

namespace SixLabors.ImageSharp.Processing;

/// <summary>Porter and Duff's "source over" of 8-bit colours, rounded to nearest.</summary>
internal static class Compositing
{
    internal static Rgba32 Over(Rgba32 source, Rgba32 backdrop, double opacity = 1)
    {
        double share = source.A / 255.0 * opacity;
        double rest = backdrop.A / 255.0 * (1 - share);
        double alpha = share + rest;
        return alpha == 0
            ? default
            : new Rgba32(
                ToByte(((source.R * share) + (backdrop.R * rest)) / alpha),
                ToByte(((source.G * share) + (backdrop.G * rest)) / alpha),
                ToByte(((source.B * share) + (backdrop.B * rest)) / alpha),
                ToByte(alpha * 255));
    }

    /// <summary>The nearest byte; halves go up.</summary>
    internal static byte ToByte(double value) => (byte)(Math.Clamp(value, 0, 255) + 0.5);
}
