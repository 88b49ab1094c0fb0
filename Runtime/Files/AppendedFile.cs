namespace Repro.Runtime.Files;

/// <summary>Writes to the end of a file that another program reads meanwhile.</summary>
internal static class AppendedFile
{
    /// <summary>
    /// Appends to the file what <paramref name="write"/> writes. The file and its folder are created where they are missing.
    /// </summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static void Append(string path, Action<Stream> write)
    {
        Folders.Create(Path.GetDirectoryName(path)!);
        using var stream = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
        write(stream);
    }
}
