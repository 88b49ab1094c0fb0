using Repro.Generators.Syntax;
using Repro.Generators.Syntax.Diagnostics;

namespace Repro.Generators.Document;

/// <summary>
/// Limits the layers of all architectures together, counting inherited layers again. Otherwise a short file could need more code than fits
/// in memory.
/// </summary>
internal static class LayerLimit
{
    private const int Most = 25_000;

    /// <summary>The architectures. Those beyond the limit keep only their names, and the first of them is reported.</summary>
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
