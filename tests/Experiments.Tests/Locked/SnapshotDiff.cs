using System.Globalization;
using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace Repro.Experiments.Tests.Locked;

/// <summary>The lines of a snapshot that changed, for the message of a failed test.</summary>
internal static class SnapshotDiff
{
    private const int MostLines = 30;

    /// <summary>Removed lines with "-", added ones with "+", the first thirty of them.</summary>
    public static string Text(string was, string now)
    {
        var changed = new InlineDiffBuilder(new Differ()).BuildDiffModel(was, now).Lines
            .Where(line => line.Type is ChangeType.Deleted or ChangeType.Inserted)
            .Select(line => $"{(line.Type == ChangeType.Deleted ? '-' : '+')} {line.Text}")
            .ToList();
        var text = string.Join('\n', changed.Take(MostLines));
        return changed.Count <= MostLines
            ? text
            : string.Create(CultureInfo.InvariantCulture, $"{text}\n… and {changed.Count - MostLines} more changed lines");
    }
}
