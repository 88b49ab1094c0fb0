namespace Repro.Experiments.Paper;

/// <summary>A table in Markdown.</summary>
internal static class MarkdownTable
{
    /// <summary>The lines of a table; columns whose title begins with <c>&gt;</c> are set to the right.</summary>
    public static string Write(IReadOnlyList<string> titles, IEnumerable<IReadOnlyList<string>> rows)
    {
        IReadOnlyList<string>[] lines =
        [
            [.. titles.Select(title => title.TrimStart('>'))],
            [.. titles.Select(title => title.StartsWith('>') ? "---:" : "---")],
            .. rows,
        ];
        return string.Concat(lines.Select(cells => $"| {string.Join(" | ", cells)} |\n"));
    }
}
