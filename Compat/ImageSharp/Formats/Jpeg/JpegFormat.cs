namespace SixLabors.ImageSharp.Formats.Jpeg;

/// <summary>Joint Photographic Experts Group, in the JFIF and Exif file formats.</summary>
internal sealed class JpegFormat : IImageFormat
{
    internal static JpegFormat Instance { get; } = new();

    public string Name => "JPEG";

    public string DefaultMimeType => "image/jpeg";
}
