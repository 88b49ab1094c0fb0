using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace SixLabors.ImageSharp.PixelFormats;

/// <summary>Red, green, blue and alpha, 8 bits each, in this order in memory. Alpha is not premultiplied.</summary>
[SuppressMessage("Design", "CA1051:Do not declare visible instance fields", Justification = "They are the official API's.")]
public struct Rgba32 : IPixel<Rgba32>
{
    /// <summary>Red.</summary>
    public byte R;

    /// <summary>Green.</summary>
    public byte G;

    /// <summary>Blue.</summary>
    public byte B;

    /// <summary>Alpha: 0 is transparent, 255 opaque.</summary>
    public byte A;

    /// <summary>An opaque colour.</summary>
    public Rgba32(byte r, byte g, byte b)
        : this(r, g, b, byte.MaxValue)
    {
    }

    /// <summary>A colour of the given alpha.</summary>
    public Rgba32(byte r, byte g, byte b, byte a)
    {
        R = r;
        G = g;
        B = b;
        A = a;
    }

    /// <summary>The same colour in another type.</summary>
    public static implicit operator Color(Rgba32 source) => Color.FromPixel(source);

    /// <summary>The same colour in another type.</summary>
    public static implicit operator Rgba32(Color color) => color.ToPixel<Rgba32>();

    /// <inheritdoc/>
    public void FromRgba32(Rgba32 source) => this = source;

    /// <inheritdoc/>
    public readonly void ToRgba32(ref Rgba32 dest) => dest = this;

    /// <inheritdoc/>
    public override readonly string ToString() => string.Create(CultureInfo.InvariantCulture, $"Rgba32({R}, {G}, {B}, {A})");
}
