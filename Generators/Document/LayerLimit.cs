using Repro.Generators.Syntax;
using Repro.Generators.Syntax.Diagnostics;

namespace Repro.Generators.Document;

/// <summary>
/// Bounds the layers of all architectures together, those that an heir inherits counted again: otherwise a short file could ask for more
/// code than fits into memory.
/// </summary>
internal static class LayerLimit
{
    private const int Most = 25_000;

    /// <summary>The architectures; of those beyond the limit, the first of which is reported, the name alone.</summary>
    public static IReadOnlyList<Entry> Apply(IReadOnlyList<Entry> architectures, DiagnosticBag diagnostics)
    {
        var entries = new List<Entry>();
        var (layers, isReported) = (0, false);
        foreach (var entry in architectures)
        {
            layers = Math.Min(layers + Layers(entry), Most + 1);
            if (layers <= Most)
            {
                entries.Add(entry);
                continue;
            }

            if (!isReported)
            {
                diagnostics.Report(
                    Descriptors.Limit, entry.Place, Invariant($"{Most}"),
                    "layers, those of all architectures together, inherited ones included");
                isReported = true;
            }

            entries.Add(entry with { Mapping = new([], entry.Mapping.Place), ReportsMissing = false });
        }

        return entries;
    }

    private static int Layers(Entry entry) => entry.Mapping.Pairs.Sum(pair => (pair.Value as YamlSequence)?.Items.Count ?? 0);
}
