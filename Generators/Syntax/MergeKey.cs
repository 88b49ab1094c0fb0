using Repro.Generators.Common;
using Repro.Generators.Syntax.Diagnostics;

namespace Repro.Generators.Syntax;

/// <summary>The key <c>&lt;&lt;</c>. Its value is a mapping, or a list of mappings, that adds the keys which are not given.</summary>
internal static class MergeKey
{
    private const string Name = "<<";

    /// <summary>The pairs of a mapping and those that it merges. The first mapping that gives a key wins.</summary>
    public static EquatableArray<YamlPair> Apply(EquatableArray<YamlPair> pairs, DiagnosticBag diagnostics)
    {
        if (pairs.FirstOrDefault(pair => pair.Key is { Text: Name, IsPlain: true }) is not { } merge)
        {
            return pairs;
        }

        var sources = merge.Value is YamlSequence list ? list.Items : new EquatableArray<YamlNode>([merge.Value]);
        foreach (var wrong in sources.Where(source => source is not YamlMapping))
        {
            diagnostics.Report(Descriptors.WrongType, wrong.Place, "a mapping, or a list of mappings, such as *base", wrong.Description);
        }

        var keys = new HashSet<string>(pairs.Select(pair => pair.Key.Text), StringComparer.Ordinal);
        var merged = sources
            .OfType<YamlMapping>()
            .SelectMany(source => source.Pairs.ToArray())
            .Where(pair => keys.Add(pair.Key.Text))
            .ToArray();
        return pairs.Where(pair => pair != merge).Concat(merged).ToEquatableArray();
    }
}
