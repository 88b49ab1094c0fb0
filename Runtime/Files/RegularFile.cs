using System.Text;

namespace Repro.Runtime.Files;

/// <summary>
/// Reads files. A pipe or a device in a file's place would block, or never end. Both have no length, so a file without a length is not
/// opened: it reads as an empty file.
/// </summary>
public static class RegularFile
{
    /// <summary>Whether there is a file at this path; a folder is none, a link that leads nowhere is one.</summary>
    /// <exception cref="ReproException">A folder above it may not be entered, so nobody knows.</exception>
    public static bool Exists(string path) =>
        FileEntry.AttributesOf(path) is { } attributes && !attributes.HasFlag(FileAttributes.Directory);

    /// <summary>The length of the file; for a link, of the file behind it.</summary>
    /// <exception cref="FileNotFoundException">There is no file.</exception>
    public static long Length(string path) =>
        (File.ResolveLinkTarget(path, returnFinalTarget: true) as FileInfo ?? new FileInfo(path)).Length;

    /// <summary>When the file was changed last, in UTC.</summary>
    public static DateTimeOffset Changed(string path) => File.GetLastWriteTimeUtc(path);

    /// <summary>Opens the file to read it from its start. Another process may replace the file meanwhile, on every system.</summary>
    public static Stream OpenRead(string path) => Length(path) == 0
        ? Stream.Null
        : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    /// <summary>The bytes of the file.</summary>
    public static byte[] ReadAllBytes(string path)
    {
        using var stream = OpenRead(path);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>The text of a file in UTF-8, without its byte-order mark.</summary>
    public static string ReadAllText(string path)
    {
        using var reader = new StreamReader(OpenRead(path), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>The bytes of the file, or <c>null</c> when there is none.</summary>
    /// <exception cref="ReproException">The file cannot be read.</exception>
    public static byte[]? TryReadAllBytes(string path) => Exists(path) ? Read(path, ReadAllBytes) : null;

    /// <summary>The text of the file, as <see cref="ReadAllText"/> reads it, or <c>null</c> when there is none.</summary>
    /// <exception cref="ReproException">The file cannot be read.</exception>
    public static string? TryReadAllText(string path) => Exists(path) ? Read(path, ReadAllText) : null;

    /// <summary>Reads a file, and turns a failure into a message that names it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="read">Reads it; an <see cref="InvalidDataException"/> says that its content is damaged.</param>
    /// <exception cref="ReproException">The file cannot be read.</exception>
    public static T Read<T>(string path, Func<string, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        try
        {
            return read(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new ReproException($"'{path}' cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Deletes the file, if there is one.</summary>
    /// <exception cref="IOException">The file cannot be deleted.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be deleted.</exception>
    public static void Delete(string path) => File.Delete(path);
}
