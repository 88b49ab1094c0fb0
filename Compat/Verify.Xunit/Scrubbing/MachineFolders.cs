using System.Text;

namespace VerifyTests;

/// <summary>Replaces the folders that differ from machine to machine by their names.</summary>
internal sealed class MachineFolders
{
    private readonly List<(string Path, string Name)> folders;

    public MachineFolders(IEnumerable<(string? Path, string Name)> folders) =>
        this.folders =
        [
            .. folders
                .Select(folder => (Path: folder.Path?.TrimEnd('/', '\\') ?? "", folder.Name))
                .Where(folder => folder.Path.Length > 0)
                .GroupBy(folder => folder.Path, StringComparer.Ordinal)
                .Select(same => same.Last())
                .OrderByDescending(folder => folder.Path.Length),
        ];

    public string Replace(string text)
    {
        var replaced = new StringBuilder(text.Length);
        var position = 0;
        while (position < text.Length)
        {
            if (MatchAt(text, position) is { } match)
            {
                replaced.Append(match.Name);
                position += match.Length;
            }
            else
            {
                replaced.Append(text[position++]);
            }
        }

        return replaced.ToString();
    }

    private (string Name, int Length)? MatchAt(string text, int start)
    {
        if (start > 0 && char.IsLetterOrDigit(text[start - 1]))
        {
            return null;
        }

        foreach (var (path, name) in folders)
        {
            var end = start + path.Length;
            if (!SamePath(text.AsSpan(start), path) || (end < text.Length && char.IsLetterOrDigit(text[end])))
            {
                continue;
            }

            var separator = end < text.Length && IsSeparator(text[end]) ? 1 : 0;
            return (name, path.Length + separator);
        }

        return null;
    }

    private static bool SamePath(ReadOnlySpan<char> text, string path)
    {
        if (text.Length < path.Length)
        {
            return false;
        }

        for (var i = 0; i < path.Length; i++)
        {
            if (text[i] != path[i] && !(IsSeparator(text[i]) && IsSeparator(path[i])))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsSeparator(char character) => character is '/' or '\\';
}
