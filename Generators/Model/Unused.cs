using Microsoft.CodeAnalysis;
using Repro.Generators.Blocks;
using Repro.Generators.Diagnostics;
using Repro.Generators.Yaml;

namespace Repro.Generators.Model;

/// <summary>Warns of data sets, architectures and blocks that nothing uses. A file without experiments is not finished yet, so nothing is said of it.</summary>
internal static class Unused
{
    public static void Warn(Document document, DiagnosticBag diagnostics)
    {
        if (document.Experiments.Count == 0)
        {
            return;
        }

        Warn(document.Data, Named(document.Experiments, "data"), Descriptors.UnusedDataSet, diagnostics);
        Warn(
            document.Architectures,
            Named(document.Experiments, "architecture").Concat(Named(document.Architectures, Inheritance.Like)),
            Descriptors.UnusedArchitecture,
            diagnostics);
        Warn(
            document.Blocks,
            document.Architectures.Concat(document.Blocks).SelectMany(entry => BlocksIn(entry.Mapping)),
            Descriptors.UnusedBlock,
            diagnostics);
    }

    /// <summary>What the layers of an entry give as a block, at any depth, alone or with parameters.</summary>
    private static IEnumerable<string> BlocksIn(YamlNode node) => node switch
    {
        YamlMapping mapping => mapping.Pairs.SelectMany(pair => pair.Key.Text == BlockUse.Definition.Name ? Names(pair.Value) : BlocksIn(pair.Value)),
        YamlSequence list => list.Items.SelectMany(BlocksIn),
        _ => [],
    };

    private static IEnumerable<string> Names(YamlNode use) => use switch
    {
        YamlScalar name => [name.Text],
        YamlMapping { Pairs.Count: > 0 } mapping => [mapping.Pairs[0].Key.Text],
        _ => [],
    };

    private static void Warn(IReadOnlyList<Entry> entries, IEnumerable<string> used, DiagnosticDescriptor descriptor, DiagnosticBag diagnostics)
    {
        var names = new HashSet<string>(used, StringComparer.Ordinal);

        // A name that there is not was reported, and probably means one of those that seem unused.
        names.ExceptWith([""]);
        if (names.Except(entries.Select(entry => entry.Name)).Any())
        {
            return;
        }

        foreach (var entry in entries.Where(entry => entry.HasUsableName && !names.Contains(entry.Name)))
        {
            diagnostics.Report(descriptor, entry.Place);
        }
    }

    /// <summary>The names that a key of the entries gives, alone or with settings.</summary>
    private static IEnumerable<string> Named(IEnumerable<Entry> entries, string key) =>
        entries.SelectMany(entry => entry.Mapping.Find(key) is { } pair ? Names(pair.Value) : []);
}
