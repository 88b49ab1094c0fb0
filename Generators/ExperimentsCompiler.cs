using Repro.Generators.Blocks;
using Repro.Generators.Common;
using Repro.Generators.Diagnostics;
using Repro.Generators.Model;

namespace Repro.Generators;

/// <summary>The stages before code is written: text → nodes → entries → shapes → experiments.</summary>
internal static class ExperimentsCompiler
{
    /// <summary>Everything in a file that is right, and everything that is wrong with the rest.</summary>
    /// <param name="main">The file.</param>
    /// <param name="others">The files that it can include.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static CompiledExperiments Compile(SourceFile main, IReadOnlyList<SourceFile> others, CancellationToken cancellation = default)
    {
        var diagnostics = new DiagnosticBag();
        var includes = new Includes(main, others, diagnostics, cancellation);
        var parts = includes.Read();
        foreach (var file in others.Where(file => file.IsMain && !includes.Holds(file)))
        {
            diagnostics.Report(Descriptors.SeveralFiles, Place.StartOf(file.Path), main.Path);
        }

        if (parts is null)
        {
            return new(default, default, diagnostics.InFileOrder());
        }

        var document = Document.Of(parts, diagnostics);
        var classes = new ClassNames(diagnostics);
        var dataSets = document.Data.Until(cancellation)
            .ToDictionary(entry => entry.Name, entry => DataSetReader.Read(entry, diagnostics), StringComparer.Ordinal);
        var blocks = document.Blocks.Until(cancellation)
            .ToDictionary(entry => entry.Name, entry => BlockDeclaration.Read(entry, diagnostics), StringComparer.Ordinal);
        var architectures = new ArchitectureLibrary(document, blocks, classes, diagnostics, cancellation);
        var experiments = document.Experiments.Until(cancellation)
            .Select(entry => ExperimentReader.Read(entry, classes.Claim(entry), dataSets, document.Data, architectures, diagnostics))
            .ToArray();
        Unused.Warn(document, diagnostics);
        return new(
            architectures.All.ToEquatableArray(),
            experiments.ToEquatableArray(),
            diagnostics.InFileOrder());
    }
}
