using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace SixLabors.ImageSharp.PixelFormats;

/// <summary>Red, green and blue, 8 bits each, in this order in memory.</summary>
[SuppressMessage("Design", "CA1051:Do not declare visible instance fields", Justification = "They are the official API's.")]
public struct Rgb24 : IPixel<Rgb24>
{
    /// <summary>Red.</summary>
    public byte R;

    /// <summary>Green.</summary>
    public byte G;

    /// <summary>Blue.</summary>
    public byte B;

    /// <summary>A colour.</summary>
    public Rgb24(byte r, byte g, byte b)
    {
        R = r;
        G = g;
        B = b;
    }

    /// <summary>The same colour in another type.</summary>
    public static implicit operator Color(Rgb24 source) => Color.FromPixel(source);

    /// <summary>The same colour in another type; alpha is dropped.</summary>
    public static implicit operator Rgb24(Color color) => color.ToPixel<Rgb24>();

    /// <summary>Takes red, green and blue; alpha is dropped, not blended.</summary>
    public void FromRgba32(Rgba32 source) => this = new Rgb24(source.R, source.G, source.B);

    /// <inheritdoc/>
    public readonly void ToRgba32(ref Rgba32 dest) => dest = new Rgba32(R, G, B);

    /// <inheritdoc/>
    public override readonly string ToString() => string.Create(CultureInfo.InvariantCulture, $"Rgb24({R}, {G}, {B})");
}
