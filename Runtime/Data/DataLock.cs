using System.Security.Cryptography;
using System.Text;
using Repro.Runtime.Imaging;

namespace Repro.Runtime.Data;

/// <summary>
/// The list of a data set's images. It has a line for each image, in ordinal order of the paths: the SHA-256 of its decoded pixels (see
/// <see cref="RgbaImage"/>), two spaces, and its path below the data set's folder. Settings such as size and background do not matter.
/// </summary>
/// <param name="Images">Path and hash of each image, in this order.</param>
public sealed record DataLock(IReadOnlyList<(string Path, string Hash)> Images)
{
    private const int HashLength = 64;
    private const string Gap = "  ";

    /// <summary>The lines, each ended by a line feed.</summary>
    public string Text => string.Concat(Images.Select(image => $"{image.Hash}{Gap}{image.Path}\n"));

    /// <summary>The SHA-256 of <see cref="Text"/>, in lowercase hex, as <c>sha256sum</c> prints it for the file.</summary>
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    /// <summary>Decodes all images of a data set.</summary>
    /// <exception cref="ReproException">
    /// The folder or an image is missing or damaged, or a name has a character that a line cannot hold.
    /// </exception>
    public static DataLock Of(string root, DataSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var folder = Path.GetFullPath(Path.Combine(root, settings.Folder));
        return new([.. ImageFiles.Find(folder, settings).Select(name => Entry(name, ImageFile.Read(folder, name, settings), settings))]);
    }

    /// <summary>The entry of an image.</summary>
    /// <exception cref="ReproException">Its name has a character that a line cannot hold.</exception>
    internal static (string Path, string Hash) Entry(string name, RgbaImage image, DataSettings settings) =>
        (Line(name, settings), image.Hash());

    /// <summary>
    /// The lock with this <see cref="Text"/>; <c>null</c> when the text is not one of a lock. Windows line endings are accepted.
    /// </summary>
    public static DataLock? TryParse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return lines.All(IsLine) && lines.Select(PathOf).Distinct(StringComparer.Ordinal).Count() == lines.Length
            ? new([.. lines.Select(line => (PathOf(line), line[..HashLength]))])
            : null;
    }

    private static string PathOf(string line) => line[(HashLength + Gap.Length)..];

    private static bool IsLine(string line) =>
        line.Length > HashLength + Gap.Length
        && line[..HashLength].All(char.IsAsciiHexDigitLower)
        && line.AsSpan(HashLength).StartsWith(Gap, StringComparison.Ordinal);

    private static string Line(string name, DataSettings settings) => name.Any(char.IsControl)
        ? throw new ReproException(
            $"data set '{settings.Name}': the name of "
            + $"'{settings.Folder}/{new string([.. name.Select(c => char.IsControl(c) ? '?' : c)])}' has a character " +
            "that cannot stand in a line. Rename the file.")
        : name;
}
