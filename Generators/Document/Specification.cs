using System.Collections.Immutable;
using Repro.Generators.Language;
using Repro.Generators.Syntax;

namespace Repro.Generators.Document;

/// <summary>
/// Writes an experiment as a file of its own. Inherited keys are written out in the order of the language, and a matrix cell is an entry.
/// Both parts after a line <c>version: 1</c> compile to the same experiment.
/// </summary>
internal static class Specification
{
    /// <summary>The sections <c>experiments</c> and <c>data</c>.</summary>
    public static string Of(Entry experiment, IReadOnlyList<Entry> dataSets) =>
        Section("experiments", ExperimentKeys.All, [experiment])
        + Section("data", DataSetKeys.All, dataSets.Where(data => Names.Of([experiment], "data").Contains(data.Name)));

    /// <summary>The sections <c>architectures</c> and <c>blocks</c>, with only the blocks that it uses.</summary>
    public static string OfArchitecture(Entry architecture, IReadOnlyList<Entry> blocks)
    {
        var used = new HashSet<string>(Names.OfBlocks(architecture.Mapping), StringComparer.Ordinal);
        for (var count = 0; count < used.Count;)
        {
            count = used.Count;
            used.UnionWith(blocks.Where(block => used.Contains(block.Name)).SelectMany(block => Names.OfBlocks(block.Mapping)).ToArray());
        }

        return Section("architectures", ArchitectureKeys.All, [architecture])
            + Section("blocks", BlockKeys.All, blocks.Where(block => used.Contains(block.Name)));
    }

    private static string Section(string name, ImmutableArray<Key> keys, IEnumerable<Entry> entries)
    {
        var text = string.Concat(entries.Select(entry => $"  {entry.Name}:\n{YamlText.Of(Ordered(entry, keys), 2)}"));
        return text.Length == 0 ? "" : $"{name}:\n{text}";
    }

    /// <summary>The keys in the order of the language, so that their order in the file does not matter.</summary>
    private static IEnumerable<YamlPair> Ordered(Entry entry, ImmutableArray<Key> keys) =>
        keys.Where(key => key.Name != Inheritance.Like).Select(key => entry.Mapping.Find(key.Name)).OfType<YamlPair>();
}
