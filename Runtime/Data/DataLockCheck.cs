namespace Repro.Runtime.Data;

/// <summary>Compares the images of a data set with the locked ones.</summary>
public static class DataLockCheck
{
    private const int MostNames = 5;

    /// <summary>Compares the images in the folder with the <c>sha256</c> in the settings, which must not be <c>null</c>.</summary>
    /// <exception cref="ReproException">They differ; the message names the images.</exception>
    public static void Check(string root, DataSettings settings, DataLock found)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(found);
        if (found.Sha256 != settings.Sha256)
        {
            throw new ReproException($"data set '{settings.Name}': {Difference(root, settings, found)}");
        }
    }

    private static string Difference(string root, DataSettings settings, DataLock found)
    {
        var (file, accept) = (DataLockFile.PathOf(settings), $"repro lock-data {settings.Name}");
        var locked = DataLockFile.TryRead(root, settings);
        if (locked?.Sha256 == settings.Sha256)
        {
            return $"the images are not the locked ones: {Names(locked!, found)}. Restore them, or accept them with: {accept}";
        }

        return locked?.Sha256 == found.Sha256
            ? $"the images are those of '{file}', but 'sha256' in experiments.yaml is {settings.Sha256}. If they are the wanted ones, "
                + $"make it {found.Sha256}."
            : $"the images are not the locked ones, and '{file}', which would name the difference, is "
                + $"{(locked is null ? "missing or damaged" : "a list of other images")}. " +
                $"Restore both from version control, or accept the images with: {accept}";
    }

    private static string Names(DataLock locked, DataLock found)
    {
        var was = locked.Images.ToDictionary(image => image.Path, image => image.Hash, StringComparer.Ordinal);
        var now = found.Images.ToDictionary(image => image.Path, image => image.Hash, StringComparer.Ordinal);
        string?[] parts =
        [
            List(
                "changed",
                found.Images.Select(image => image.Path).Where(path => was.TryGetValue(path, out var hash) && hash != now[path])),
            List("added", found.Images.Select(image => image.Path).Where(path => !was.ContainsKey(path))),
            List("removed", locked.Images.Select(image => image.Path).Where(path => !now.ContainsKey(path))),
        ];
        return string.Join("; ", parts.OfType<string>());
    }

    private static string? List(string what, IEnumerable<string> names)
    {
        var all = names.ToList();
        var more = all.Count > MostNames ? $" and {all.Count - MostNames} more" : "";
        return all.Count == 0 ? null : $"{what} {string.Join(", ", all.Take(MostNames).Select(name => $"'{name}'"))}{more}";
    }
}
