using System.Globalization;

namespace SixLabors.ImageSharp;

/// <summary>A width and a height, in pixels.</summary>
public struct Size
{
    /// <summary>A square.</summary>
    public Size(int value)
        : this(value, value)
    {
    }

    /// <summary>A size of the given width and height.</summary>
    public Size(int width, int height)
    {
        Width = width;
        Height = height;
    }

    /// <summary>The width.</summary>
    public int Width { get; set; }

    /// <summary>The height.</summary>
    public int Height { get; set; }

    /// <inheritdoc/>
    public override readonly string ToString() => string.Create(CultureInfo.InvariantCulture, $"Size [ Width={Width}, Height={Height} ]");
}
