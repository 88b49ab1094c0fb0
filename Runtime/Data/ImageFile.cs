using Repro.Runtime.Files;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Memory;
using SixLabors.ImageSharp.PixelFormats;

namespace Repro.Runtime.Data;

/// <summary>Decodes one image of a data set, within limits that a hostile file cannot pass.</summary>
internal static class ImageFile
{
    /// <summary>The most bytes of a file.</summary>
    private const int LongestFile = 1 << 28;

    /// <summary>The most pixels of an image: 512 MiB of memory.</summary>
    private const long MostPixels = 1 << 27;

    /// <param name="folder">The data set's folder.</param>
    /// <param name="name">The file's path below it, with forward slashes.</param>
    /// <param name="settings">The data set.</param>
    /// <exception cref="ReproException">The file cannot be read, is no image, or is over a limit.</exception>
    public static DecodedImage Read(string folder, string name, DataSettings settings)
    {
        try
        {
            using var file = ReadFile(Path.Combine(folder, name));
            return Decode(file);
        }
        catch (Exception e) when (e is ImageFormatException or NotSupportedException or InvalidMemoryOperationException)
        {
            throw Unreadable("is not a readable image", name, settings, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unreadable("cannot be read", name, settings, e);
        }
    }

    private static MemoryStream ReadFile(string path) => RegularFile.Length(path) <= LongestFile
        ? new MemoryStream(RegularFile.ReadAllBytes(path))
        : throw new InvalidImageContentException($"it is larger than {LongestFile >> 20} MiB.");

    private static DecodedImage Decode(MemoryStream file)
    {
        var size = Image.Identify(file);
        if ((long)size.Width * size.Height > MostPixels)
        {
            throw new InvalidImageContentException($"{size.Width}x{size.Height} pixels are more than {MostPixels >> 20} Mi.");
        }

        file.Position = 0;
        using var image = Image.Load<Rgba32>(file);
        var rgba = new byte[4 * image.Width * image.Height];
        image.CopyPixelDataTo(rgba);
        return new DecodedImage(image.Width, image.Height, rgba);
    }

    private static ReproException Unreadable(string problem, string name, DataSettings settings, Exception cause) =>
        new($"data set '{settings.Name}': '{settings.Folder}/{name}' {problem}: {cause.Message} Replace the file or take it away.", cause);
}
