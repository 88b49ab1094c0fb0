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
        var compiled = context.AdditionalTextsProvider
            .SelectMany(Gather)
            .WithTrackingName(Steps.Files)
            .Collect()
            .Select(Compile)
            .WithTrackingName(Steps.Compiled);
        var diagnostics = compiled
            .Select(static (compiled, _) => compiled?.Diagnostics ?? default)
            .WithTrackingName(Steps.Diagnostics);
        var architectures = compiled
            .SelectMany(static (compiled, _) => compiled?.Architectures ?? default)
            .Where(static architecture => architecture is not null)
            .WithTrackingName(Steps.Architectures)
            .Select(static (architecture, _) => new GeneratedFile(architecture!.Identifier, ArchitectureEmitter.Emit(architecture)))
            .WithTrackingName(Steps.ArchitectureFiles);
        var experiments = compiled
            .SelectMany(static (compiled, _) => compiled?.Experiments ?? default)
            .Where(static experiment => experiment is not null)
            .WithTrackingName(Steps.Experiments)
            .Select(static (experiment, _) => new GeneratedFile(experiment!.Identifier, ExperimentEmitter.Emit(experiment)))
            .WithTrackingName(Steps.ExperimentFiles);
        var catalog = compiled
            .SelectMany(static (compiled, _) => Listed(compiled))
            .WithTrackingName(Steps.Catalog)
            .Select(static (catalog, _) => new GeneratedFile("ExperimentCatalog", CatalogEmitter.Emit(catalog)))
            .WithTrackingName(Steps.CatalogFile);

        context.RegisterSourceOutput(diagnostics, Report);
        context.RegisterSourceOutput(architectures, Add);
        context.RegisterSourceOutput(experiments, Add);
        context.RegisterSourceOutput(catalog, Add);
    }

    private static ImmutableArray<SourceFile> Gather(AdditionalText file, CancellationToken cancellation) =>
        file.Path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) ? [SourceFile.Read(file, cancellation)] : [];

    /// <summary>The experiments of the first file named experiments.yaml; <c>null</c> when there is none. It can include the others.</summary>
    private static CompiledExperiments? Compile(ImmutableArray<SourceFile> files, CancellationToken cancellation) =>
        files.FirstOrDefault(file => file.IsMain) is { } main ? ExperimentsCompiler.Compile(main, files.Remove(main), cancellation) : null;

    /// <summary>What the catalog lists, as one item; none when there is no file.</summary>
    private static ImmutableArray<Catalog> Listed(CompiledExperiments? compiled) => compiled is null ? [] : [Catalog.Of(compiled)];

    private static void Report(SourceProductionContext output, EquatableArray<DiagnosticInfo> diagnostics)
    {
        foreach (var info in diagnostics)
        {
            output.ReportDiagnostic(info.ToDiagnostic());
        }
    }

    private static void Add(SourceProductionContext output, GeneratedFile file) =>
        output.AddSource($"{file.Class}.g.cs", SourceText.From(file.Code, Encoding.UTF8));
}
