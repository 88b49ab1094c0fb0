using Repro.Runtime.Imaging;
using SixLabors.ImageSharp;

namespace Repro.Runtime.Data;

/// <summary>Decodes one image of a data set.</summary>
internal static class ImageFile
{
    /// <param name="folder">The data set's folder.</param>
    /// <param name="name">The file's path below it, with forward slashes.</param>
    /// <param name="settings">The data set.</param>
    /// <exception cref="ReproException">The file cannot be read, is no image, or is over a limit of <see cref="PictureFile"/>.</exception>
    public static RgbaImage Read(string folder, string name, DataSettings settings)
    {
        try
        {
            return PictureFile.ReadRgba(Path.Combine(folder, name));
        }
        catch (InvalidDataException e) when (e.InnerException is UnknownImageFormatException)
        {
            // The message has a remedy that fits what the file is.
            throw Unreadable("is not a readable image", name, settings, e, remedy: "");
        }
        catch (InvalidDataException e)
        {
            throw Unreadable("is not a readable image", name, settings, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unreadable("cannot be read", name, settings, e);
        }
    }

    private static ReproException Unreadable(
        string problem, string name, DataSettings settings, Exception cause, string remedy = " Replace the file or take it away.") =>
        new($"data set '{settings.Name}': '{settings.Folder}/{name}' {problem}: {cause.Message}{remedy}", cause);
}
