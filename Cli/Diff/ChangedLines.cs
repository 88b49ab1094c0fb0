using System.Globalization;
using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace Repro.Cli.Diff;

/// <summary>The lines of a text that changed.</summary>
internal static class ChangedLines
{
    /// <summary>How many lines a message shows at most.</summary>
    public const int Most = 30;

    /// <summary>The removed lines after "-" and the added ones after "+", in the order of the text.</summary>
    public static IReadOnlyList<string> Between(string before, string after) =>
    [
        .. new InlineDiffBuilder(new Differ()).BuildDiffModel(before, after).Lines
            .Where(line => line.Type is ChangeType.Deleted or ChangeType.Inserted)
            .Select(line => $"{(line.Type == ChangeType.Deleted ? '-' : '+')} {line.Text}"),
    ];

    /// <summary>The first <see cref="Most"/> changed lines as a text, and the number of the others.</summary>
    public static string Text(string before, string after) => Text(Between(before, after));

    /// <summary>The first <see cref="Most"/> changed lines as a text, and the number of the others.</summary>
    public static string Text(IReadOnlyList<string> changed)
    {
        var text = string.Join('\n', changed.Take(Most));
        return changed.Count <= Most
            ? text
            : string.Create(CultureInfo.InvariantCulture, $"{text}\n… and {changed.Count - Most} more changed lines");
    }
}
