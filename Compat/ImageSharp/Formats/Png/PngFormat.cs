namespace SixLabors.ImageSharp.Formats.Png;

/// <summary>Portable Network Graphics.</summary>
public sealed class PngFormat : IImageFormat
{
    private PngFormat()
    {
    }

    /// <summary>The format.</summary>
    public static PngFormat Instance { get; } = new();

    /// <inheritdoc/>
    public string Name => "PNG";

    /// <inheritdoc/>
    public string DefaultMimeType => "image/png";
}
