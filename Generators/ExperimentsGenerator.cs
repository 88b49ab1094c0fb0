using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Repro.Generators.Common;
using Repro.Generators.Emit;
using Repro.Generators.Resolution;
using Repro.Generators.Syntax;
using Repro.Generators.Syntax.Diagnostics;

namespace Repro.Generators;

/// <summary>Compiles <c>experiments.yaml</c> into a module class per architecture, a run class per experiment and a catalog.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ExperimentsGenerator : IIncrementalGenerator
{
    /// <summary>Wires the stages: gather, compile, report, emit.</summary>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var files = context.AdditionalTextsProvider
            .SelectMany(Gather)
            .WithTrackingName(Steps.Files)
            .Collect();
        var tooOld = context.ParseOptionsProvider
            .Select(static (options, _) => ProjectOptions.TooOldLanguage(options))
            .WithTrackingName(Steps.Language);
        var hidden = context.SyntaxProvider
            .CreateSyntaxProvider(static (node, _) => HiddenNamespaces.Is(node), static (found, _) => HiddenNamespaces.Report(found))
            .Collect()
            .Select(static (found, _) => found.ToEquatableArray())
            .WithTrackingName(Steps.Hidden);
        var compiled = files
            .Combine(tooOld.Combine(hidden))
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
            .SelectMany(static (catalog, _) => Files(catalog))
            .WithTrackingName(Steps.CatalogFile);
        var isProgram = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => ProjectOptions.WantsProgram(options))
            .Combine(context.SyntaxProvider.CreateSyntaxProvider(static (node, _) => EntryPoints.Is(node), static (_, _) => true).Collect())
            .Select(static (program, _) => program.Left && program.Right.IsEmpty)
            .WithTrackingName(Steps.Program);
        var program = compiled
            .Combine(isProgram)
            .SelectMany(static (program, _) => Program(program.Left, program.Right))
            .WithTrackingName(Steps.ProgramFile);
        var pages = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => ProjectOptions.DiagnosticPages(options))
            .WithTrackingName(Steps.Pages);

        context.RegisterSourceOutput(diagnostics.Combine(pages), Report);
        context.RegisterSourceOutput(architectures, Add);
        context.RegisterSourceOutput(experiments, Add);
        context.RegisterSourceOutput(catalog, Add);
        context.RegisterSourceOutput(program, Add);
    }

    private static ImmutableArray<SourceFile> Gather(AdditionalText file, CancellationToken cancellation) =>
        file.Path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) ? [SourceFile.Read(file, cancellation)] : [];

    /// <summary>
    /// Compiles the first file named experiments.yaml, which can include the others; <c>null</c> without one. A project in which generated
    /// code cannot compile gets one message, not one for each generated line.
    /// </summary>
    private static CompiledExperiments? Compile(
        (
            ImmutableArray<SourceFile> Files,
            (string? TooOld, EquatableArray<DiagnosticInfo> Hidden) Project) input, CancellationToken cancellation)
    {
        var (files, (tooOld, hidden)) = input;
        if (files.FirstOrDefault(file => file.IsMain) is not { } main)
        {
            return null;
        }

        if (tooOld is not null)
        {
            var needed = ProjectOptions.Least.ToDisplayString();
            return CompiledExperiments.Refused(new([new(Descriptors.LanguageTooOld, Place.StartOf(main.Path), new([tooOld, needed]))]));
        }

        return hidden.Count > 0
            ? CompiledExperiments.Refused(hidden)
            : ExperimentsCompiler.Compile(main, files.Remove(main), cancellation);
    }

    /// <summary>The catalog as one item; none when nothing was compiled.</summary>
    private static ImmutableArray<Catalog> Listed(CompiledExperiments? compiled) =>
        compiled is null or { IsRefused: true } ? [] : [Catalog.Of(compiled)];

    private static ImmutableArray<GeneratedFile> Files(Catalog catalog) =>
    [
        new("ExperimentCatalog", CatalogEmitter.Emit(catalog)),
        new(SummaryEmitter.Name, SummaryEmitter.Emit(catalog)),
    ];

    private static ImmutableArray<GeneratedFile> Program(CompiledExperiments? compiled, bool isProgram) =>
        isProgram && compiled is { IsRefused: false } ? [new(ProgramEmitter.Name, ProgramEmitter.Code)] : [];

    private static void Report(SourceProductionContext output, (EquatableArray<DiagnosticInfo> Diagnostics, string Pages) found)
    {
        foreach (var info in found.Diagnostics)
        {
            output.ReportDiagnostic(info.ToDiagnostic(found.Pages));
        }
    }

    private static void Add(SourceProductionContext output, GeneratedFile file) =>
        output.AddSource($"{file.Class}.g.cs", SourceText.From(file.Code, Encoding.UTF8));
}
