using System.Collections.Immutable;
using Repro.Generators.Document;
using Repro.Generators.Language;
using Repro.Generators.Vocabulary.Blocks;
using Repro.Generators.Vocabulary.Kinds;
using Repro.Generators.Vocabulary.Losses;
using Repro.Generators.Vocabulary.Optimizers;
using Repro.Generators.Vocabulary.Schedules;

namespace Repro.Generators.Tests.Documentation;

/// <summary>The tables in the reference of the language, from its declarations.</summary>
internal static class ReferenceTables
{
    /// <summary>Every mapping with declared keys: its name and its keys.</summary>
    public static IEnumerable<(string Owner, ImmutableArray<Key> Keys)> Mappings =>
    [
        ("file", DocumentReader.Keys),
        ("data set", DataSetKeys.All),
        ("declared block", BlockKeys.All),
        ("architecture", ArchitectureKeys.All),
        ("experiment", ExperimentKeys.All),
        .. Settings("kind", ArchitectureKinds.All),
        .. Settings("layer", PartCatalog.All),
        .. Settings("optimizer", OptimizerCatalog.All),
        .. Settings("schedule", ScheduleCatalog.All),
        .. Settings("loss", LossCatalog.All),
        .. Settings("weight", WeightValue.All),
    ];

    /// <summary>The tables by name, in Markdown.</summary>
    public static IReadOnlyDictionary<string, string> All => new Dictionary<string, string>
    {
        ["file"] = Keys(DocumentReader.Keys),
        ["data set"] = Keys(DataSetKeys.All),
        ["block"] = Keys(BlockKeys.All),
        ["architecture"] = Keys(ArchitectureKeys.All),
        ["kind"] = Choice("kind", ArchitectureKinds.All),
        ["layer"] = Choice("layer", PartCatalog.All),
        ["experiment"] = Keys(ExperimentKeys.All),
        ["optimizer"] = Choice("optimizer", OptimizerCatalog.All),
        ["schedule"] = Choice("schedule", ScheduleCatalog.All),
        ["loss"] = Choice("loss", LossCatalog.All),
        ["weight"] = Choice("weight", WeightValue.All),
        ["diagnostic"] = Table(
            ["id", "title", "severity"],
            DiagnosticPages.All.Select(descriptor => new[]
            {
                $"[{descriptor.Id}](diagnostics/{descriptor.Id}.md)", $"{descriptor.Title}",
                descriptor.DefaultSeverity.ToString().ToLowerInvariant(),
            })),
    };

    private static IEnumerable<(string, ImmutableArray<Key>)> Settings<T>(string what, ImmutableArray<Definition<T>> catalog) =>
        catalog.Select(definition => ($"{what} {definition.Name}", definition.Keys));

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
    [
        Code(key.Name),
        key.Type.Expected,
        key.IsRequired ? "required" : key.Default is null ? "none" : Code(key.Default),
        Code(key.Example),
        key.Summary,
    ];

    private static string Code(string text) => $"`{text}`";

    private static string Table(string[] header, IEnumerable<string[]> rows) =>
        string.Concat(rows.Prepend([.. header.Select(_ => "---")]).Prepend(header).Select(
            row => $"| {string.Join(" | ", row.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))} |\n"));
}
