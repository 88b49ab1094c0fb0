using Repro.Generators.Syntax;
using Repro.Generators.Vocabulary.Blocks;

namespace Repro.Generators.Document;

/// <summary>Finds the names of entries that other entries use.</summary>
internal static class Names
{
    /// <summary>The names under a key of the entries, alone or with settings.</summary>
    public static IEnumerable<string> Of(IEnumerable<Entry> entries, string key) =>
        entries.SelectMany(entry => entry.Mapping.Find(key) is { } pair ? In(pair.Value) : []);

    /// <summary>The names of blocks that layers use, at any depth, alone or with parameters.</summary>
    public static IEnumerable<string> OfBlocks(YamlNode node) => node switch
    {
        YamlMapping mapping =>
            mapping.Pairs.SelectMany(pair => pair.Key.Text == BlockUse.Definition.Name ? In(pair.Value) : OfBlocks(pair.Value)),
        YamlSequence list => list.Items.SelectMany(OfBlocks),
        _ => [],
    };

    private static IEnumerable<string> In(YamlNode use) => use switch
    {
        YamlScalar name => [name.Text],
        YamlMapping { Pairs.Count: > 0 } mapping => [mapping.Pairs[0].Key.Text],
        _ => [],
    };
}
