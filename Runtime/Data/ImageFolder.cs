namespace Repro.Runtime.Data;

/// <summary>Loads a folder of images.</summary>
public static class ImageFolder
{
    /// <summary>
    /// Loads the images that <paramref name="settings"/> describes, whose folder is relative to <paramref name="root"/>.
    /// The result depends on the names and contents of the files alone.
    /// </summary>
    /// <exception cref="ReproException">The folder or an image is missing or broken, there are too few images, or they are not the locked ones.</exception>
    public static DataSet Load(string root, DataSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var folder = Path.GetFullPath(Path.Combine(root, settings.Folder));
        var names = ImageFiles.Find(folder, settings);
        var pixels = Read(root, folder, names, settings);
        var taken = ImageFiles.Take(names, settings);
        var heldBack = ValidationSplit.HeldBack(taken, settings);
        return DataSet.Of(
            Stack(taken.Where(name => !heldBack.Contains(name)), pixels, settings),
            heldBack.Count == 0 ? null : Stack(taken.Where(heldBack.Contains), pixels, settings));
    }

    /// <summary>
    /// The pixels of the images to take, by their names, compared with the lock if there is one. Each file is read once: what is compared is what
    /// training sees, even if the file changes meanwhile.
    /// </summary>
    private static Dictionary<string, byte[]> Read(string root, string folder, IReadOnlyList<string> names, DataSettings settings)
    {
        var pixels = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var found = new List<(string Path, string Hash)>();
        var locked = settings.Sha256 is not null;
        var count = settings.Take ?? names.Count;
        foreach (var name in locked ? names : names.Take(count))
        {
            var image = ImageFile.Read(folder, name, settings);
            if (pixels.Count < count)
            {
                pixels.Add(name, ImagePreparation.Prepare(image, settings));
            }

            if (locked)
            {
                found.Add(DataLock.Entry(name, image, settings));
            }
        }

        if (locked)
        {
            DataLockCheck.Check(root, settings, new DataLock(found));
        }

        return pixels;
    }

    private static ImageStack Stack(IEnumerable<string> names, Dictionary<string, byte[]> pixels, DataSettings settings) =>
        new(settings.Width, settings.Height, settings.Channels, [.. names.Select(name => pixels[name])]);
}
