using System.Globalization;
using SixLabors.ImageSharp.PixelFormats;

namespace SixLabors.ImageSharp;

/// <summary>A colour, independent of a pixel format. The default is transparent black.</summary>
public readonly struct Color
{
    /// <summary>#000000.</summary>
    public static readonly Color Black = FromRgb(0, 0, 0);

    /// <summary>#FFFFFF.</summary>
    public static readonly Color White = FromRgb(255, 255, 255);

    /// <summary>#FF0000.</summary>
    public static readonly Color Red = FromRgb(255, 0, 0);

    /// <summary>#00000000.</summary>
    public static readonly Color Transparent = FromRgba(0, 0, 0, 0);

    private readonly Rgba32 rgba;

    private Color(Rgba32 rgba) => this.rgba = rgba;

    /// <summary>An opaque colour.</summary>
    public static Color FromRgb(byte r, byte g, byte b) => new(new Rgba32(r, g, b));

    /// <summary>A colour of the given alpha.</summary>
    public static Color FromRgba(byte r, byte g, byte b, byte a) => new(new Rgba32(r, g, b, a));

    /// <summary>The colour of a pixel.</summary>
    public static Color FromPixel<TPixel>(TPixel pixel)
        where TPixel : unmanaged, IPixel<TPixel>
    {
        Rgba32 rgba = default;
        pixel.ToRgba32(ref rgba);
        return new Color(rgba);
    }

    /// <summary>Reads RGB, RGBA, RRGGBB or RRGGBBAA in hexadecimal digits, with or without a leading '#'.</summary>
    /// <exception cref="ArgumentException">The text is none of these.</exception>
    public static Color ParseHex(string hex)
    {
        ArgumentNullException.ThrowIfNull(hex);
        return TryParseHex(hex, out Color result)
            ? result
            : throw new ArgumentException(
                $"'{hex}' is not a colour: expected RGB, RGBA, RRGGBB or RRGGBBAA in hexadecimal digits.", nameof(hex));
    }

    /// <summary>Reads a colour like <see cref="ParseHex"/>; false when the text is none.</summary>
    public static bool TryParseHex(string hex, out Color result)
    {
        result = default;
        ReadOnlySpan<char> digits = hex;
        digits = digits.StartsWith('#') ? digits[1..] : digits;
        if (!uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out uint value))
        {
            return false;
        }

        switch (digits.Length)
        {
            case 3:
                result = FromRgb(Twice(value >> 8), Twice(value >> 4), Twice(value));
                return true;
            case 4:
                result = FromRgba(Twice(value >> 12), Twice(value >> 8), Twice(value >> 4), Twice(value));
                return true;
            case 6:
                result = FromRgb((byte)(value >> 16), (byte)(value >> 8), (byte)value);
                return true;
            case 8:
                result = FromRgba((byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value);
                return true;
            default:
                return false;
        }
    }

    /// <summary>The colour in a pixel format.</summary>
    public TPixel ToPixel<TPixel>()
        where TPixel : unmanaged, IPixel<TPixel>
    {
        TPixel pixel = default;
        pixel.FromRgba32(rgba);
        return pixel;
    }

    private static byte Twice(uint digit) => (byte)((digit & 15) * 17);
}
