using Repro.Generators.Common;
using Repro.Generators.Document;
using Repro.Generators.Syntax.Diagnostics;

namespace Repro.Generators.Resolution;

/// <summary>Makes the entries of a document into architectures with shapes and experiments with settings.</summary>
internal static class Resolver
{
    /// <summary>
    /// The architectures and experiments in the order of the file; <c>null</c> for one with a mistake, which is reported.
    /// </summary>
    public static (EquatableArray<Architecture?> Architectures, EquatableArray<Experiment?> Experiments) Resolve(
        DocumentEntries document, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        var classes = new ClassNames(diagnostics);
        var dataSets = document.Data.Until(cancellation)
            .ToDictionary(entry => entry.Name, entry => DataSetReader.Read(entry, diagnostics), StringComparer.Ordinal);
        var blocks = document.Blocks.Until(cancellation)
            .ToDictionary(entry => entry.Name, entry => BlockDeclaration.Read(entry, diagnostics), StringComparer.Ordinal);
        var architectures = new ArchitectureLibrary(document.Blocks, blocks, classes, diagnostics);
        architectures.Resolve(document.Architectures, cancellation);
        var experiments = document.Experiments.Until(cancellation)
            .Select(entry => ExperimentReader.Read(entry, classes.Claim(entry), dataSets, document.Data, architectures, diagnostics))
            .ToEquatableArray();

        // The last: experiments add variants to the architectures.
        return (architectures.All.ToEquatableArray(), experiments);
    }
}
