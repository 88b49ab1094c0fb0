namespace Repro.Runtime.Files;

/// <summary>Lists and changes folders. Lists are in ordinal order of the paths, and empty where there is no folder.</summary>
/// <remarks>A folder that may not be read is not an empty one: it is a failure with a message.</remarks>
public static class Folders
{
    /// <summary>Whether there is a folder at this path.</summary>
    /// <exception cref="ReproException">A folder above it may not be entered, so nobody knows.</exception>
    public static bool Exists(string path) =>
        FileEntry.AttributesOf(path) is { } attributes && attributes.HasFlag(FileAttributes.Directory);

    /// <summary>The paths of the files in a folder whose names match a pattern, such as <c>*.png</c>.</summary>
    /// <exception cref="ReproException">The folder cannot be read.</exception>
    public static IReadOnlyList<string> Files(string path, string pattern = "*") => List(path, () => Directory.GetFiles(path, pattern));

    /// <summary>The paths of all files below a folder, in its subfolders too. A link to a folder is listed, and not followed.</summary>
    /// <exception cref="ReproException">A folder cannot be read.</exception>
    public static IReadOnlyList<string> FilesBelow(string path) =>
        [.. List(path, () => Directory.GetFileSystemEntries(path)).SelectMany(
            entry => IsOwn(entry) ? FilesBelow(entry) : [entry]).Order(StringComparer.Ordinal)];

    /// <summary>The paths of the folders in a folder whose names match a pattern.</summary>
    /// <exception cref="ReproException">The folder cannot be read.</exception>
    public static IReadOnlyList<string> In(string path, string pattern = "*") => List(path, () => Directory.GetDirectories(path, pattern));

    /// <summary>When a folder was changed last, in UTC.</summary>
    public static DateTimeOffset Changed(string path) => Directory.GetLastWriteTimeUtc(path);

    /// <summary>Creates a folder and the folders above it, where they are missing, and flushes their names to the disk.</summary>
    /// <exception cref="IOException">The folder cannot be created.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be created.</exception>
    public static void Create(string path)
    {
        var parents = Missing(Path.GetFullPath(path)).Select(folder => Path.GetDirectoryName(folder)!).ToList();
        Directory.CreateDirectory(path);
        parents.ForEach(DiskFlush.FlushFolder);
    }

    /// <summary>Gives a folder another name.</summary>
    /// <exception cref="IOException">The folder cannot be renamed.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be renamed.</exception>
    public static void Rename(string path, string newPath) => Directory.Move(path, newPath);

    /// <summary>Deletes a folder with everything in it, if there is one.</summary>
    /// <exception cref="IOException">Something in it cannot be deleted.</exception>
    /// <exception cref="UnauthorizedAccessException">Something in it may not be deleted.</exception>
    public static void Delete(string path)
    {
        if (Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
    }

    /// <summary>Deletes a folder with everything in it, if that is possible now; says what stands in the way, or <c>null</c>.</summary>
    public static string? TryDelete(string path)
    {
        try
        {
            Delete(path);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ReproException)
        {
            return e.Message;
        }
    }

    private static bool IsOwn(string path) =>
        FileEntry.AttributesOf(path) is { } attributes
            && attributes.HasFlag(FileAttributes.Directory)
            && !attributes.HasFlag(FileAttributes.ReparsePoint);

    private static IEnumerable<string> Missing(string path)
    {
        for (var folder = path; folder is not null && !Exists(folder); folder = Path.GetDirectoryName(folder))
        {
            yield return folder;
        }
    }

    private static string[] List(string path, Func<string[]> list)
    {
        if (!Exists(path))
        {
            return [];
        }

        try
        {
            var paths = list();
            Array.Sort(paths, StringComparer.Ordinal);
            return paths;
        }
        catch (DirectoryNotFoundException)
        {
            // Deleted in this moment.
            return [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ReproException($"The folder '{path}' cannot be read: {e.Message}", e);
        }
    }
}
