using Repro.Runtime.Files;

namespace Repro.Runtime.Data;

/// <summary>Finds the files of a data set.</summary>
internal static class ImageFiles
{
    /// <summary>The paths of all files of the data set, relative to its <paramref name="folder"/>, in ordinal order.</summary>
    /// <exception cref="ReproException">There is no such folder, or it has no such files.</exception>
    public static IReadOnlyList<string> Find(string folder, DataSettings settings)
    {
        var where = Where(settings);
        if (!Folders.Exists(folder))
        {
            throw new ReproException(
                $"{where} does not exist (looked for {folder}). Correct 'folder' in experiments.yaml, or put the images there.");
        }

        IReadOnlyList<string> names;
        try
        {
            names = Matching(folder, settings, ignoreCase: false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ReproException($"{where} cannot be read: {e.Message}", e);
        }

        return names.Count > 0
            ? names
            : throw new ReproException(
                $"{where} has no file that matches '{settings.Files}'. "
                + $"{LeftOut(folder, settings) ?? "Correct 'files' in experiments.yaml, or put images there."}");
    }

    /// <summary>Says which files would match if case were ignored, and what to do; <c>null</c> when there are none.</summary>
    public static string? LeftOut(string folder, DataSettings settings)
    {
        try
        {
            var names = Matching(folder, settings, ignoreCase: true).Except(
                Matching(folder, settings, ignoreCase: false), StringComparer.Ordinal).ToList();
            return names.Count == 0
                ? null
                : $"{Names(names)} left out, because letters match by case. Rename what is meant, or list patterns: files: [\"*.png\", "
                    + "\"*.PNG\"]";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string Names(List<string> names) => names.Count == 1
        ? $"'{names[0]}' is"
        : $"{names.Count} files, such as '{names[0]}', are";

    private static IReadOnlyList<string> Matching(string folder, DataSettings settings, bool ignoreCase) =>
    [
        .. settings.Files.SelectMany(pattern => new PathPattern(pattern, ignoreCase).Find(folder))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The files that the experiment takes: the first ones.</summary>
    /// <exception cref="ReproException">There are fewer than the experiment takes.</exception>
    public static IReadOnlyList<string> Take(IReadOnlyList<string> names, DataSettings settings) => settings.Take > names.Count
        ? throw new ReproException(
            $"{Where(settings)} has {names.Count} {(names.Count == 1 ? "image" : "images")} that match '{settings.Files}', " +
            $"and the experiment takes {settings.Take}. Add images, or lower 'take' in experiments.yaml.")
        : [.. names.Take(settings.Take ?? names.Count)];

    private static string Where(DataSettings settings) => $"data set '{settings.Name}': folder '{settings.Folder}'";
}
