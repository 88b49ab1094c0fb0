namespace SixLabors.ImageSharp.Formats;

/// <summary>An image file format.</summary>
public interface IImageFormat
{
    /// <summary>The short name.</summary>
    string Name { get; }

    /// <summary>The MIME type to write.</summary>
    string DefaultMimeType { get; }
}
