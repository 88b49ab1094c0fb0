using Microsoft.CodeAnalysis;
using Repro.Generators.Syntax.Diagnostics;

namespace Repro.Generators.Document;

/// <summary>
/// Warns of data sets, architectures and blocks that nothing uses. A file without experiments is unfinished, so it gets no warning.
/// </summary>
internal static class Unused
{
    public static void Warn(DocumentEntries document, DiagnosticBag diagnostics)
    {
        if (document.Experiments.Count == 0)
        {
            return;
        }

        Warn(document.Data, Names.Of(document.Experiments, "data"), Descriptors.UnusedDataSet, diagnostics);
        Warn(
            document.Architectures,
            Names.Of(document.Experiments, "architecture").Concat(Names.Of(document.Architectures, Inheritance.Like)),
            Descriptors.UnusedArchitecture,
            diagnostics);
        Warn(
            document.Blocks,
            document.Architectures.Concat(document.Blocks).SelectMany(entry => Names.OfBlocks(entry.Mapping)),
            Descriptors.UnusedBlock,
            diagnostics);
    }

    private static void Warn(
        IReadOnlyList<Entry> entries, IEnumerable<string> used, DiagnosticDescriptor descriptor, DiagnosticBag diagnostics)
    {
        var names = new HashSet<string>(used, StringComparer.Ordinal);

        // An unknown name was reported. It probably means an entry that seems unused.
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
}
