using System.Text;

namespace Repro.Runtime.Files;

/// <summary>
/// Reads files without being led astray: a pipe or a device in a file's place would be waited for, or read, without end. They have no length, and
/// what has none is not opened; it reads as an empty file.
/// </summary>
internal static class RegularFile
{
    /// <summary>The length of the file, of a link that of the file behind it.</summary>
    public static long Length(string path) => (File.ResolveLinkTarget(path, returnFinalTarget: true) as FileInfo ?? new FileInfo(path)).Length;

    public static Stream OpenRead(string path) => Length(path) == 0 ? Stream.Null : File.OpenRead(path);

    public static byte[] ReadAllBytes(string path) => Length(path) == 0 ? [] : File.ReadAllBytes(path);

    /// <summary>The text of a file in UTF-8, without its byte-order mark.</summary>
    public static string ReadAllText(string path) => Length(path) == 0 ? "" : File.ReadAllText(path, Encoding.UTF8);
}
