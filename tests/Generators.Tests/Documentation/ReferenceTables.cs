using System.Collections.Immutable;
using Repro.Generators.Language;
using Repro.Generators.Layers;
using Repro.Generators.Losses;
using Repro.Generators.Model;
using Repro.Generators.Optimizers;

namespace Repro.Generators.Tests.Documentation;

/// <summary>The tables of the reference of the language, each made of the model.</summary>
internal static class ReferenceTables
{
    /// <summary>Every mapping with declared keys: what it is, and the keys.</summary>
    public static IEnumerable<(string Owner, ImmutableArray<Key> Keys)> Mappings =>
    [
        ("file", DocumentReader.Keys),
        ("data set", DataSetReader.Keys),
        ("architecture", ArchitectureReader.Keys),
        ("experiment", ExperimentReader.Keys),
        .. Settings(ArchitectureKinds.All),
        .. Settings(LayerCatalog.All),
        .. Settings(OptimizerCatalog.All),
        .. Settings(LossCatalog.All),
    ];

    /// <summary>The tables by name, in Markdown.</summary>
    public static IReadOnlyDictionary<string, string> All => new Dictionary<string, string>
    {
        ["file"] = Keys(DocumentReader.Keys),
        ["data set"] = Keys(DataSetReader.Keys),
        ["architecture"] = Keys(ArchitectureReader.Keys),
        ["kind"] = Choice("kind", ArchitectureKinds.All),
        ["layer"] = Choice("layer", LayerCatalog.All),
        ["experiment"] = Keys(ExperimentReader.Keys),
        ["optimizer"] = Choice("optimizer", OptimizerCatalog.All),
        ["loss"] = Choice("loss", LossCatalog.All),
        ["diagnostic"] = Table(
            ["id", "title", "severity"],
            DiagnosticPages.All.Select(descriptor => new[]
            {
                $"[{descriptor.Id}](diagnostics/{descriptor.Id}.md)", $"{descriptor.Title}", descriptor.DefaultSeverity.ToString().ToLowerInvariant(),
            })),
    };

    private static IEnumerable<(string, ImmutableArray<Key>)> Settings<T>(ImmutableArray<Definition<T>> catalog) =>
        catalog.Select(definition => (definition.Name, definition.Keys));

    private static string Keys(ImmutableArray<Key> keys) => Table(["key", "value", "default", "example", "meaning"], keys.Select(Row));

    private static string Choice<T>(string what, ImmutableArray<Definition<T>> catalog)
    {
        var names = Table([what, "meaning"], catalog.Select(definition => new[] { Code(definition.Name), definition.Summary }));
        var settings = catalog
            .SelectMany(definition => definition.Keys.Select(key => (string[])[Code(definition.Name), .. Row(key)]))
            .ToArray();
        return settings.Length == 0 ? names : $"{names}\n{Table([what, "setting", "value", "default", "example", "meaning"], settings)}";
    }

    private static string[] Row(Key key) =>
        [Code(key.Name), key.Type.Expected, key.IsRequired ? "required" : key.Default is null ? "none" : Code(key.Default), Code(key.Example), key.Summary];

    private static string Code(string text) => $"`{text}`";

    private static string Table(string[] header, IEnumerable<string[]> rows) =>
        string.Concat(rows.Prepend([.. header.Select(_ => "---")]).Prepend(header).Select(row => $"| {string.Join(" | ", row.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))} |\n"));
}
