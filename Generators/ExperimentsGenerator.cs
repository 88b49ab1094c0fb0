using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Repro.Generators.Common;
using Repro.Generators.Diagnostics;
using Repro.Generators.Emit;

namespace Repro.Generators;

/// <summary>Compiles <c>experiments.yaml</c> into a module class per architecture, a run class per experiment and a catalog.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ExperimentsGenerator : IIncrementalGenerator
{
    /// <summary>Wires the stages: gather, compile, report, emit.</summary>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var files = context.AdditionalTextsProvider
            .Where(static file => file.Path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase))
            .Select(static (file, cancellation) => new SourceFile(file.Path, file.GetText(cancellation)?.ToString()))
            .WithTrackingName(Steps.Files)
            .Collect();
        var compiled = files
            .Select(static (files, _) => Compile(files))
            .WithTrackingName(Steps.Compiled);
        var architectures = compiled
            .SelectMany(static (compiled, _) => compiled?.Architectures ?? default)
            .WithTrackingName(Steps.Architectures);
        var experiments = compiled
            .SelectMany(static (compiled, _) => compiled?.Experiments ?? default)
            .WithTrackingName(Steps.Experiments);
        var catalog = compiled
            .Select(static (compiled, _) => compiled?.Experiments.Select(experiment => experiment.Identifier).ToEquatableArray())
            .WithTrackingName(Steps.Catalog);
        var diagnostics = compiled
            .Select(static (compiled, _) => compiled?.Diagnostics ?? default)
            .WithTrackingName(Steps.Diagnostics);

        context.RegisterSourceOutput(diagnostics, Report);
        context.RegisterSourceOutput(
            architectures, static (output, architecture) => Add(output, architecture.Identifier, ArchitectureEmitter.Emit(architecture)));
        context.RegisterSourceOutput(
            experiments, static (output, experiment) => Add(output, experiment.Identifier, ExperimentEmitter.Emit(experiment)));
        context.RegisterSourceOutput(catalog, static (output, identifiers) =>
        {
            if (identifiers is not null)
            {
                Add(output, "ExperimentCatalog", CatalogEmitter.Emit(identifiers.Value));
            }
        });
    }

    /// <summary>The experiments of the first file named experiments.yaml; <c>null</c> when there is none. It can include the others.</summary>
    private static CompiledExperiments? Compile(ImmutableArray<SourceFile> files) =>
        files.FirstOrDefault(file => file.IsMain) is { } main ? ExperimentsCompiler.Compile(main, files.Remove(main)) : null;

    private static void Report(SourceProductionContext output, EquatableArray<DiagnosticInfo> diagnostics)
    {
        foreach (var info in diagnostics)
        {
            output.ReportDiagnostic(info.ToDiagnostic());
        }
    }

    private static void Add(SourceProductionContext output, string identifier, string code) =>
        output.AddSource($"{identifier}.g.cs", SourceText.From(code, Encoding.UTF8));
}
