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
        if (settings.Sha256 is not null)
        {
            DataLockCheck.Check(root, settings, DataLock.Of(folder, names, settings));
        }

        var taken = ImageFiles.Take(names, settings);
        var heldBack = ValidationSplit.HeldBack(taken, settings);
        return DataSet.Of(
            Stack(folder, taken.Where(name => !heldBack.Contains(name)), settings),
            heldBack.Count == 0 ? null : Stack(folder, taken.Where(heldBack.Contains), settings));
    }

    private static ImageStack Stack(string folder, IEnumerable<string> names, DataSettings settings) =>
        new(settings.Width, settings.Height, settings.Channels, [.. names.Select(name => ImagePreparation.Prepare(ImageFile.Read(folder, name, settings), settings))]);
}
