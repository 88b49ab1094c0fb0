namespace Repro.Runtime.Data;

/// <summary>Finds the files of a data set.</summary>
internal static class ImageFiles
{
    // Spelled out, because the defaults differ between operating systems.
    private static readonly EnumerationOptions Flat = new()
    {
        MatchType = MatchType.Simple,
        MatchCasing = MatchCasing.CaseSensitive,
        AttributesToSkip = FileAttributes.None,
        IgnoreInaccessible = false,
    };

    /// <summary>The names of the files that <paramref name="settings"/> takes, in ordinal order; names that start with a dot are left out.</summary>
    /// <exception cref="ReproException">No such folder, no such files, or fewer than the experiment takes.</exception>
    public static IReadOnlyList<string> Find(string folder, DataSettings settings)
    {
        var where = $"data set '{settings.Name}': folder '{settings.Folder}'";
        if (!Directory.Exists(folder))
        {
            throw new ReproException($"{where} does not exist (looked for {folder}). Correct 'folder' in experiments.yaml, or put the images there.");
        }

        string[] names;
        try
        {
            names = [.. Directory.EnumerateFiles(folder, settings.Files, Flat)
                .Select(path => Path.GetFileName(path))
                .Where(name => !name.StartsWith('.'))
                .Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ReproException($"{where} cannot be read: {e.Message}", e);
        }

        if (names.Length == 0)
        {
            throw new ReproException($"{where} has no file that matches '{settings.Files}'. Correct 'files' in experiments.yaml, or put images there.");
        }

        if (settings.Take > names.Length)
        {
            throw new ReproException(
                $"{where} has {names.Length} {(names.Length == 1 ? "image" : "images")} that match '{settings.Files}', and the experiment takes {settings.Take}. " +
                "Add images, or lower 'take' in experiments.yaml.");
        }

        return names[..(settings.Take ?? names.Length)];
    }
}
