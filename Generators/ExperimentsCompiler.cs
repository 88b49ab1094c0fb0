using Repro.Generators.Blocks;
using Repro.Generators.Common;
using Repro.Generators.Diagnostics;
using Repro.Generators.Model;
using Repro.Generators.Yaml;

namespace Repro.Generators;

/// <summary>The stages before code is written: text → nodes → entries → shapes → experiments.</summary>
internal static class ExperimentsCompiler
{
    /// <summary>Everything in a file that is right, and everything that is wrong with the rest.</summary>
    public static CompiledExperiments Compile(SourceFile file)
    {
        var diagnostics = new DiagnosticBag();
        var document = YamlComposer.Compose(file, diagnostics) is { } root ? DocumentReader.Read(root, diagnostics) : null;
        if (document is null)
        {
            return new(default, default, diagnostics.InFileOrder());
        }

        var classes = new ClassNames(diagnostics);
        var dataSets = document.Data.ToDictionary(entry => entry.Name, entry => DataSetReader.Read(entry, diagnostics), StringComparer.Ordinal);
        var blocks = document.Blocks.ToDictionary(entry => entry.Name, entry => BlockDeclaration.Read(entry, diagnostics), StringComparer.Ordinal);
        var architectures = new ArchitectureLibrary(document.Architectures, blocks, classes, diagnostics);
        var experiments = document.Experiments
            .Select(entry => ExperimentReader.Read(entry, classes.Claim(entry), dataSets, architectures, diagnostics))
            .ToArray();
        return new(
            architectures.All.ToEquatableArray(),
            experiments.OfType<Experiment>().ToEquatableArray(),
            diagnostics.InFileOrder());
    }
}
