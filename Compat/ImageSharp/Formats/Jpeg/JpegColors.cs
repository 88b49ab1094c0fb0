using SixLabors.ImageSharp.PixelFormats;

namespace SixLabors.ImageSharp.Formats.Jpeg;

/// <summary>What the components mean, and the colours they give. It is libjpeg's arithmetic, bit for bit.</summary>
internal sealed class JpegColors
{
    private bool hasJfif;
    private int? adobeTransform;

    /// <summary>Takes note of an application segment that says what the components are.</summary>
    internal void ReadApplication(byte marker, ReadOnlySpan<byte> data)
    {
        hasJfif |= marker == JpegMarker.Application0 && data.Length >= 14 && data.StartsWith("JFIF\0"u8);
        if (marker == JpegMarker.Application14 && data.Length >= 12 && data.StartsWith("Adobe"u8))
        {
            adobeTransform = data[11];
        }
    }

    /// <summary>Whether three components are red, green and blue, and not luminance and two differences of colour.</summary>
    internal bool IsRgb(JpegFrame frame) =>
        !hasJfif
            && (adobeTransform == 0 || (
                adobeTransform is null && frame.Components.Select(component => component.Id).SequenceEqual("RGB"u8.ToArray())));

    /// <summary>The colour of luminance and differences of colour (JFIF: ITU-R BT.601, all 256 levels), in 16-bit fixed point.</summary>
    internal static Rgba32 FromYCbCr(byte luminance, byte blue, byte red)
    {
        const int half = 1 << 15;
        var (cb, cr) = (blue - 128, red - 128);
        return new Rgba32(
            ToByte(luminance + (((91881 * cr) + half) >> 16)),
            ToByte(luminance + (((-22554 * cb) + half - (46802 * cr)) >> 16)),
            ToByte(luminance + (((116130 * cb) + half) >> 16)));
    }

    private static byte ToByte(int value) => (byte)Math.Clamp(value, byte.MinValue, byte.MaxValue);
}
