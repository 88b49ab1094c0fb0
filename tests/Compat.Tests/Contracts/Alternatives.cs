using System.Text.RegularExpressions;

namespace Repro.Compat.Tests.Contracts;

/// <summary>
/// Expands the alternatives of a contract line: <c>{a,b}</c> or, where an alternative has commas of its own, <c>{a|b}</c>.
/// Accessor lists such as <c>{get;set;}</c> stay as they are.
/// </summary>
internal static partial class Alternatives
{
    public static IEnumerable<string> Expand(string line)
    {
        var group = FirstGroup(line);
        if (group is not (var open, var close))
        {
            return [line];
        }

        var (before, content, after) = (line[..open], line[(open + 1)..close], line[(close + 1)..]);
        return Choices(before, content).SelectMany(choice => Expand(before + choice + after));
    }

    private static (int Open, int Close)? FirstGroup(string line)
    {
        for (var open = line.IndexOf('{', StringComparison.Ordinal); open >= 0; open = line.IndexOf('{', open + 1))
        {
            var close = Close(line, open);
            if (!Accessors().IsMatch(line[open..close]))
            {
                return (open, close);
            }
        }

        return null;
    }

    // Only braces are counted: the operators < and > are alternatives too.
    private static int Close(string line, int open)
    {
        var depth = 0;
        for (var i = open; i < line.Length; i++)
        {
            depth += line[i] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0)
            {
                return i;
            }
        }

        throw new FormatException($"A brace is not closed: {line}");
    }

    private static IEnumerable<string> Choices(string before, string content)
    {
        if (before.EndsWith("operator ", StringComparison.Ordinal) && !content.Any(char.IsLetter))
        {
            return content.Split(',');
        }

        var byBar = Balanced.Split(content, '|');
        return byBar.Count > 1 ? byBar : Balanced.Split(content, ',');
    }

    [GeneratedRegex(@"\b(get|set|init);")]
    private static partial Regex Accessors();
}
