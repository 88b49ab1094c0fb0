using System.Text;
using System.Text.RegularExpressions;

namespace Repro.Generators.Syntax;

/// <summary>
/// Writes nodes as YAML that reads back as the same nodes. Each key has a line; short lists and mappings of plain values fit in one line.
/// Comments, quotes and anchors are lost.
/// </summary>
internal static class YamlText
{
    private const int Longest = 100;

    /// <summary>Text that needs no quotes anywhere, even in braces.</summary>
    private static readonly Regex Plain = new(
        @"^(~|[A-Za-z0-9_$./+\\-][A-Za-z0-9_$./+*()\\-]*( [A-Za-z0-9_$./+*()\\-]+)*)\z", RegexOptions.CultureInvariant);

    /// <summary>Keys and values, each line indented by <paramref name="depth"/> times two spaces and ended by a line feed.</summary>
    public static string Of(IEnumerable<YamlPair> pairs, int depth)
    {
        var text = new StringBuilder();
        foreach (var pair in pairs)
        {
            text.Append(' ', 2 * depth).Append(Scalar(pair.Key)).Append(':');
            Value(text, pair.Value, depth + 1);
        }

        return text.ToString();
    }

    private static void Value(StringBuilder text, YamlNode node, int depth)
    {
        if (Short(node) is { } inOneLine)
        {
            text.Append(inOneLine.Length == 0 ? "" : " ").Append(inOneLine).Append('\n');
        }
        else if (node is YamlMapping mapping)
        {
            text.Append('\n').Append(Of(mapping.Pairs, depth));
        }
        else
        {
            text.Append('\n');
            foreach (var item in ((YamlSequence)node).Items)
            {
                text.Append(' ', 2 * depth).Append('-');
                Item(text, item, depth + 1);
            }
        }
    }

    /// <summary>A mapping in a list starts on the line of its dash.</summary>
    private static void Item(StringBuilder text, YamlNode node, int depth)
    {
        if (node is YamlMapping { Pairs.Count: > 0 } mapping && (mapping.Pairs.Count == 1 || Short(node) is null))
        {
            text.Append(' ').Append(Of(mapping.Pairs, depth).Substring(2 * depth));
        }
        else
        {
            Value(text, node, depth);
        }
    }

    /// <summary>A value in one line; <c>null</c> when it is too long.</summary>
    private static string? Short(YamlNode node)
    {
        var text = node switch
        {
            YamlScalar scalar => Scalar(scalar),
            YamlSequence { Items.Count: 0 } => "[]",
            YamlMapping { Pairs.Count: 0 } => "{}",
            YamlSequence list when list.Items.All(item => item is YamlScalar) => $"[{string.Join(", ", list.Items.Select(Short))}]",
            YamlMapping mapping when mapping.Pairs.All(pair => pair.Value is YamlScalar or YamlSequence) => InBraces(mapping),
            YamlMapping { Pairs.Count: 1 } mapping => InBraces(mapping),
            _ => null,
        };
        return node is YamlScalar || text?.Length <= Longest ? text : null;
    }

    private static string? InBraces(YamlMapping mapping)
    {
        var pairs = mapping.Pairs.Select(
            pair => Short(pair.Value) is { } value ? $"{Scalar(pair.Key)}: {(value.Length == 0 ? "~" : value)}" : null).ToArray();
        return pairs.Contains(null) ? null : $"{{ {string.Join(", ", pairs)} }}";
    }

    private static string Scalar(YamlScalar scalar) =>
        scalar.IsPlain && (scalar.Text.Length == 0 || Plain.IsMatch(scalar.Text)) ? scalar.Text : Quoted(scalar.Text);

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            quoted.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                >= ' ' and <= '~' => c.ToString(),
                _ => Invariant($"\\u{(int)c:x4}"),
            });
        }

        return quoted.Append('"').ToString();
    }
}
