namespace Repro.Runtime.Data;

/// <summary>Loads a folder of images.</summary>
public static class ImageFolder
{
    /// <summary>
    /// Says which files of a data set only the case of their letters keeps out, and what to do; <c>null</c> when there are none.
    /// </summary>
    /// <param name="root">The folder that the data set's own is relative to.</param>
    /// <param name="settings">The data set.</param>
    public static string? LeftOut(string root, DataSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return ImageFiles.LeftOut(Path.GetFullPath(Path.Combine(root, settings.Folder)), settings) is { } names
            ? $"data set '{settings.Name}': {names}"
            : null;
    }

    /// <summary>
    /// Loads the images that <paramref name="settings"/> describes, whose folder is relative to <paramref name="root"/>.
    /// The result depends on the names and contents of the files alone.
    /// </summary>
    /// <exception cref="ReproException">
    /// The folder or an image is missing or damaged, there are too few images, or they are not the locked ones.
    /// </exception>
    public static DataSet Load(string root, DataSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var folder = Path.GetFullPath(Path.Combine(root, settings.Folder));
        var names = ImageFiles.Find(folder, settings);
        // The lock comes first: where images are missing, it names them.
        var locked = settings.Sha256 is null ? null : ReadLocked(root, folder, names, settings);
        var taken = ImageFiles.Take(names, settings);
        var heldBack = ValidationSplit.HeldBack(taken, settings);
        var pixels = locked ?? Read(folder, taken, settings);
        return DataSet.Of(
            Stack(taken.Where(name => !heldBack.Contains(name)), pixels, settings),
            heldBack.Count == 0 ? null : Stack(taken.Where(heldBack.Contains), pixels, settings));
    }

    private static Dictionary<string, byte[]> Read(string folder, IReadOnlyList<string> names, DataSettings settings) =>
        names.ToDictionary(
            name => name, name => ImagePreparation.Prepare(ImageFile.Read(folder, name, settings), settings), StringComparer.Ordinal);

    /// <summary>
    /// Compares all images with the lock, and keeps the pixels of those to train on. Each file is read once: training sees the pixels that
    /// were compared, even if the file changes meanwhile.
    /// </summary>
    private static Dictionary<string, byte[]> ReadLocked(string root, string folder, IReadOnlyList<string> names, DataSettings settings)
    {
        var pixels = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var found = new List<(string Path, string Hash)>();
        foreach (var name in names)
        {
            var image = ImageFile.Read(folder, name, settings);
            found.Add(DataLock.Entry(name, image, settings));
            if (pixels.Count < (settings.Take ?? names.Count))
            {
                pixels.Add(name, ImagePreparation.Prepare(image, settings));
            }
        }

        DataLockCheck.Check(root, settings, new DataLock(found));
        return pixels;
    }

    private static ImageStack Stack(IEnumerable<string> names, Dictionary<string, byte[]> pixels, DataSettings settings) =>
        new(settings.Width, settings.Height, settings.Channels, [.. names.Select(name => pixels[name])]);
}
