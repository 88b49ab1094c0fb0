using Repro.Generators.Common;
using Repro.Generators.Diagnostics;
using Repro.Generators.Model;
using Repro.Generators.Shapes;

namespace Repro.Generators;

/// <summary>The stages before code is written: text → nodes → entries → shapes → experiments.</summary>
internal static class ExperimentsCompiler
{
    /// <summary>Everything in a file that is right, and everything that is wrong with the rest.</summary>
    /// <param name="main">The file.</param>
    /// <param name="others">The files that it can include.</param>
    public static CompiledExperiments Compile(SourceFile main, IReadOnlyList<SourceFile> others)
    {
        var diagnostics = new DiagnosticBag();
        var includes = new Includes(main, others, diagnostics);
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
        var dataSets = document.Data.ToDictionary(entry => entry.Name, entry => DataSetReader.Read(entry, diagnostics), StringComparer.Ordinal);
        var declarations = document.Architectures
            .Select(entry => ArchitectureReader.Read(entry, classes.Claim(entry, "Result"), diagnostics))
            .ToArray();
        var architectures = new ShapeChecker(diagnostics).Check(declarations);
        var experiments = document.Experiments
            .Select(entry => ExperimentReader.Read(entry, classes.Claim(entry), dataSets, architectures, diagnostics))
            .ToArray();
        Unused.Warn(document, diagnostics);
        return new(
            document.Architectures.Select(entry => architectures[entry.Name]).OfType<Architecture>().ToEquatableArray(),
            experiments.OfType<Experiment>().ToEquatableArray(),
            diagnostics.InFileOrder());
    }
}
