using Repro.Generators.Common;

namespace Repro.Generators.Syntax;

/// <summary>Writes a value in one line, with parameters as the file writes them.</summary>
internal static class FlowText
{
    private const int Longest = 120;

    public static string InOneLine(this YamlNode node)
    {
        var text = Of(node, isTop: true).InOneLine();
        return text.Length > Longest ? text.Substring(0, Longest) + "…" : text;
    }

    private static string Of(YamlNode node, bool isTop = false) => node switch
    {
        YamlScalar scalar => scalar.Written ?? (scalar.IsPlain ? scalar.Text : $"'{scalar.Text.Replace("'", "''")}'"),
        YamlSequence list => $"[{string.Join(", ", list.Items.Select(item => Of(item)))}]",
        YamlMapping mapping when isTop => Pairs(mapping),
        YamlMapping { Pairs.Count: 0 } => "{}",
        YamlMapping mapping => $"{{ {Pairs(mapping)} }}",
        _ => "",
    };

    private static string Pairs(YamlMapping mapping) =>
        string.Join(", ", mapping.Pairs.Select(pair => $"{pair.Key.Text}: {Of(pair.Value)}".TrimEnd()));
}
