using System.Text.RegularExpressions;

namespace Repro.Compat.Tests.Contracts;

/// <summary>The abbreviations that the comments of a contract define, as <c>MACRO NAME=text</c>.</summary>
internal sealed partial class Macros
{
    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);

    public void Read(string comment)
    {
        if (Definition().Match(comment) is { Success: true } definition)
        {
            texts[definition.Groups["name"].Value] = definition.Groups["text"].Value.Trim();
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
    private static partial Regex Definition();

    // A word that is no part of a longer name and no member of an enum.
    [GeneratedRegex(@"(?<![\w.""])[A-Z]+(?![\w=""])")]
    private static partial Regex Name();
}
