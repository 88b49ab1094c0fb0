namespace Repro.Runtime.Files;

/// <summary>
/// Finds the files below a folder that match a pattern of names with forward slashes between them. <c>*</c> matches any part of a name,
/// <c>?</c> one character, and a name <c>**</c> any number of folders. Case matters unless it is ignored. Names that start with a dot do
/// not match. <c>**</c> does not follow symbolic links, so the search always ends.
/// </summary>
internal sealed class PathPattern
{
    private const string AnyFolders = "**";

    private static readonly EnumerationOptions Flat = Matching(MatchCasing.CaseSensitive);
    private static readonly EnumerationOptions AnyCase = Matching(MatchCasing.CaseInsensitive);

    private readonly string[] folders;
    private readonly string file;
    private readonly EnumerationOptions options;

    /// <param name="pattern">The pattern.</param>
    /// <param name="ignoreCase">Whether letters match in either case.</param>
    public PathPattern(string pattern, bool ignoreCase = false)
    {
        options = ignoreCase ? AnyCase : Flat;
        var names = pattern.Split('/');
        folders = [.. names[..^1].Where((name, i) => name != AnyFolders || i == 0 || names[i - 1] != AnyFolders)];
        file = names[^1];
    }

    /// <summary>The paths of the files relative to <paramref name="folder"/>, with forward slashes, each once, in ordinal order.</summary>
    /// <exception cref="IOException">A folder cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A folder may not be read.</exception>
    public IReadOnlyList<string> Find(string folder) =>
        [.. Find(new DirectoryInfo(folder), "", folders).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private IEnumerable<string> Find(DirectoryInfo folder, string prefix, ReadOnlyMemory<string> rest)
    {
        if (rest.IsEmpty)
        {
            return Visible(folder.EnumerateFiles(file, options)).Select(found => prefix + found.Name);
        }

        var name = rest.Span[0];
        return name == AnyFolders
            ? Find(folder, prefix, rest[1..]).Concat(Below(folder, prefix, "*", rest, followLinks: false))
            : Below(folder, prefix, name, rest[1..], followLinks: true);
    }

    private IEnumerable<string> Below(DirectoryInfo folder, string prefix, string name, ReadOnlyMemory<string> rest, bool followLinks) =>
        Visible(folder.EnumerateDirectories(name, options))
            .Where(child => followLinks || child.LinkTarget is null)
            .SelectMany(child => Find(child, $"{prefix}{child.Name}/", rest));

    // All options are set, because the defaults differ between operating systems.
    private static EnumerationOptions Matching(MatchCasing casing) => new()
    {
        MatchType = MatchType.Simple,
        MatchCasing = casing,
        AttributesToSkip = FileAttributes.None,
        IgnoreInaccessible = false,
    };

    private static IEnumerable<T> Visible<T>(IEnumerable<T> entries)
        where T : FileSystemInfo => entries.Where(entry => !entry.Name.StartsWith('.'));
}
