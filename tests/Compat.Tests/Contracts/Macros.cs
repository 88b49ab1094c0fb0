using System.Text.RegularExpressions;

namespace Repro.Compat.Tests.Contracts;

/// <summary>The abbreviations that the comments of a contract define, as <c>MACRO NAME=text</c> or <c>NAME=text NAME=text</c>.</summary>
internal sealed partial class Macros
{
    // What the contract says of it in words: the shapes that torch.zeros and its like take.
    private const string Sizes =
        "{long[] size|ROS size|long size|long rows, long columns|long dim0, long dim1, long dim2"
        + "|long dim0, long dim1, long dim2, long dim3|int size|int rows, int columns|int dim0, int dim1, int dim2"
        + "|int dim0, int dim1, int dim2, int dim3}";

    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);

    public void Read(string comment)
    {
        var macro = Explicit().Match(comment);
        var definitions = macro.Success ? [macro] : InRow().Matches(comment).AsEnumerable();
        foreach (var definition in definitions)
        {
            var name = definition.Groups["name"].Value;
            texts[name] = name == "SIZES" ? Sizes : Remark().Replace(definition.Groups["text"].Value, "").Trim();
        }
    }

    public string Expand(string line)
    {
        while (true)
        {
            var expanded = Name().Replace(line, match => texts.GetValueOrDefault(match.Value, match.Value));
            if (expanded == line)
            {
                return line;
            }

            line = expanded;
        }
    }

    [GeneratedRegex(@"^// MACRO (?<name>[A-Z]+)=(?<text>.*)$")]
    private static partial Regex Explicit();

    [GeneratedRegex(@"\b(?<name>[A-Z]+)=(?<text>.*?)(?=\s[A-Z]+=|$)")]
    private static partial Regex InRow();

    [GeneratedRegex(@" \([a-z ]+ U\)")]
    private static partial Regex Remark();

    // A word that is no part of a longer name and no member of an enum.
    [GeneratedRegex(@"(?<![\w.""])[A-Z]+(?![\w=""])")]
    private static partial Regex Name();
}
