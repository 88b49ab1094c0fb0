namespace Repro.Runtime.Files;

/// <summary>Tells what is at a path: a file, a folder, or nothing.</summary>
internal static class FileEntry
{
    /// <summary>The attributes of the file or folder, of a link also those of its target; <c>null</c> when there is nothing.</summary>
    /// <exception cref="ReproException">
    /// A folder above it may not be entered. .NET's <c>Exists</c> says then that there is nothing.
    /// </exception>
    public static FileAttributes? AttributesOf(string path)
    {
        try
        {
            return File.GetAttributes(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ReproException($"'{path}' cannot be accessed: {e.Message}", e);
        }
    }
}
