using Repro.Generators.Common;
using Repro.Generators.Diagnostics;
using Repro.Generators.Model;
using Repro.Generators.Shapes;
using Repro.Generators.Yaml;

namespace Repro.Generators;

/// <summary>The stages before code is written: text → nodes → entries → shapes → experiments.</summary>
internal static class ExperimentsCompiler
{
    /// <summary>Everything in a file that is right, and everything that is wrong with the rest.</summary>
    public static CompiledExperiments Compile(SourceFile file, CancellationToken cancellation)
    {
        var diagnostics = new DiagnosticBag();
        var document = YamlComposer.Compose(file, diagnostics, cancellation) is { } root ? DocumentReader.Read(root, diagnostics) : null;
        if (document is null)
        {
            return new(default, default, diagnostics.InFileOrder());
        }

        var classes = new ClassNames(diagnostics);
        var dataSets = document.Data.Until(cancellation)
            .ToDictionary(entry => entry.Name, entry => DataSetReader.Read(entry, diagnostics), StringComparer.Ordinal);
        var declarations = document.Architectures.Until(cancellation)
            .Select(entry => ArchitectureReader.Read(entry, classes.Claim(entry, "Result"), diagnostics))
            .ToArray();
        var architectures = new ShapeChecker(diagnostics).Check(declarations);
        var experiments = document.Experiments.Until(cancellation)
            .Select(entry => ExperimentReader.Read(entry, classes.Claim(entry), dataSets, architectures, diagnostics))
            .ToArray();
        return new(
            document.Architectures.Select(entry => architectures[entry.Name]).ToEquatableArray(),
            experiments.ToEquatableArray(),
            diagnostics.InFileOrder());
    }
}
