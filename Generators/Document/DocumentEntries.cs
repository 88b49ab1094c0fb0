using Repro.Generators.Syntax.Diagnostics;

namespace Repro.Generators.Document;

/// <summary>The entries of all sections, of one file or with its includes.</summary>
internal sealed record DocumentEntries(
    IReadOnlyList<Entry> Data, IReadOnlyList<Entry> Blocks, IReadOnlyList<Entry> Architectures, IReadOnlyList<Entry> Experiments)
{
    /// <summary>
    /// Merges the sections of several files. Entries get the keys that they inherit, and each matrix cell becomes an entry.
    /// </summary>
    public static DocumentEntries Of(IReadOnlyList<DocumentPart> parts, DiagnosticBag diagnostics)
    {
        var architectures = Merge(parts, part => part.Architectures, diagnostics);
        var experiments = Merge(parts, part => part.Experiments, diagnostics);
        return new(
            Merge(parts, part => part.Data, diagnostics),
            Merge(parts, part => part.Blocks, diagnostics),
            LayerLimit.Apply(Inheritance.Resolve(architectures, ArchitectureKeys.All, diagnostics), diagnostics),
            new MatrixExpansion(ExperimentKeys.All, diagnostics).Expand(Inheritance.Resolve(experiments, ExperimentKeys.All, diagnostics)));
    }

    private static List<Entry> Merge(
        IReadOnlyList<DocumentPart> parts, Func<DocumentEntries, IReadOnlyList<Entry>> section, DiagnosticBag diagnostics)
    {
        var entries = new List<Entry>();
        var byName = new Dictionary<string, Entry>(StringComparer.Ordinal);
        foreach (var entry in parts.SelectMany(part => section(part.Sections)))
        {
            if (byName.TryGetValue(entry.Name, out var first))
            {
                diagnostics.Report(Descriptors.DuplicateKey, entry.Place, first.Place.LineFrom(entry.Place));
                continue;
            }

            byName.Add(entry.Name, entry);
            entries.Add(entry);
        }

        return entries;
    }
}
