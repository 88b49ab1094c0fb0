namespace Repro.Runtime.Files;

/// <summary>Lists and changes folders. Lists are in ordinal order of the paths, and empty where there is no folder.</summary>
public static class Folders
{
    /// <summary>Whether there is a folder at this path.</summary>
    public static bool Exists(string path) => Directory.Exists(path);

    /// <summary>The paths of the files in a folder whose names match a pattern, such as <c>*.png</c>.</summary>
    public static IReadOnlyList<string> Files(string path, string pattern = "*") =>
        Exists(path) ? [.. Directory.GetFiles(path, pattern).Order(StringComparer.Ordinal)] : [];

    /// <summary>The paths of all files below a folder, in its subfolders too.</summary>
    public static IReadOnlyList<string> FilesBelow(string path) =>
        Exists(path) ? [.. Directory.GetFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)] : [];

    /// <summary>The paths of the folders in a folder whose names match a pattern.</summary>
    public static IReadOnlyList<string> In(string path, string pattern = "*") =>
        Exists(path) ? [.. Directory.GetDirectories(path, pattern).Order(StringComparer.Ordinal)] : [];

    /// <summary>Creates a folder and the folders above it, where they are missing.</summary>
    /// <exception cref="IOException">The folder cannot be created.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be created.</exception>
    public static void Create(string path) => Directory.CreateDirectory(path);

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
}
