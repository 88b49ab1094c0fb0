using SixLabors.ImageSharp.Formats;
using SixLabors.ImageSharp.Formats.Png;

namespace SixLabors.ImageSharp;

/// <summary>Writes images to files and streams.</summary>
public static class ImageExtensions
{
    /// <summary>Creates or overwrites a file in the format that its extension names; ".png" is the only one.</summary>
    /// <exception cref="UnknownImageFormatException">The extension names no known format.</exception>
    /// <exception cref="DirectoryNotFoundException">The file's directory does not exist.</exception>
    public static void Save(this Image source, string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (!Path.GetExtension(path).Equals(".png", StringComparison.OrdinalIgnoreCase))
        {
            throw new UnknownImageFormatException($"No image format is known for the file name '{path}': use '.png'.");
        }

        source.SaveAsPng(path);
    }

    /// <summary>Creates or overwrites a file.</summary>
    /// <exception cref="DirectoryNotFoundException">The file's directory does not exist.</exception>
    public static void Save(this Image source, string path, IImageEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(encoder);
        using FileStream stream = File.Create(path);
        source.Save(stream, encoder);
    }

    /// <summary>Creates or overwrites a PNG file.</summary>
    /// <exception cref="DirectoryNotFoundException">The file's directory does not exist.</exception>
    public static void SaveAsPng(this Image source, string path) => source.Save(path, new PngEncoder());

    /// <summary>Creates or overwrites a PNG file.</summary>
    /// <exception cref="DirectoryNotFoundException">The file's directory does not exist.</exception>
    public static void SaveAsPng(this Image source, string path, PngEncoder encoder) => source.Save(path, encoder ?? new PngEncoder());

    /// <summary>Writes a PNG file to a stream, which stays open.</summary>
    public static void SaveAsPng(this Image source, Stream stream) => source.SaveAsPng(stream, new PngEncoder());

    /// <summary>Writes a PNG file to a stream, which stays open.</summary>
    public static void SaveAsPng(this Image source, Stream stream, PngEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(source);
        source.Save(stream, encoder ?? new PngEncoder());
    }
}
