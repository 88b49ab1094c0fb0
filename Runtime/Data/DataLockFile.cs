using Repro.Runtime.Files;

namespace Repro.Runtime.Data;

/// <summary>The file of a data set's <see cref="DataLock"/>. With it, a message can name the images that differ.</summary>
public static class DataLockFile
{
    /// <summary>
    /// Its path relative to the folder of <c>experiments.yaml</c>: beside the data set's folder, with the data set's name.
    /// </summary>
    public static string PathOf(DataSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var end = settings.Folder.LastIndexOf('/');
        return $"{settings.Folder[..(end + 1)]}{settings.Name}.lock";
    }

    /// <summary>Writes the file.</summary>
    /// <exception cref="ReproException">It cannot be written.</exception>
    public static void Write(string root, DataSettings settings, DataLock locked)
    {
        ArgumentNullException.ThrowIfNull(locked);
        AtomicFile.WriteText(Path.Combine(root, PathOf(settings)), locked.Text);
    }

    /// <summary>The lock in the file; <c>null</c> when the file is missing or damaged.</summary>
    internal static DataLock? TryRead(string root, DataSettings settings)
    {
        try
        {
            return DataLock.TryParse(RegularFile.ReadAllText(Path.Combine(root, PathOf(settings))));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
