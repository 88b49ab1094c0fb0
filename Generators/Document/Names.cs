using Repro.Generators.Syntax;
using Repro.Generators.Vocabulary.Blocks;

namespace Repro.Generators.Document;

/// <summary>Which entries another one names.</summary>
internal static class Names
{
    /// <summary>The names that a key of the entries gives, alone or with settings.</summary>
    public static IEnumerable<string> Of(IEnumerable<Entry> entries, string key) =>
        entries.SelectMany(entry => entry.Mapping.Find(key) is { } pair ? In(pair.Value) : []);

    /// <summary>What layers give as a block, at any depth, alone or with parameters.</summary>
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
