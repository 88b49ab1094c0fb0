using System.Collections.Immutable;

namespace Repro.Generators;

/// <summary>The names of the pipeline's steps.</summary>
internal static class Steps
{
    public const string Files = nameof(Files);
    public const string Compiled = nameof(Compiled);
    public const string Diagnostics = nameof(Diagnostics);
    public const string Architectures = nameof(Architectures);
    public const string ArchitectureFiles = nameof(ArchitectureFiles);
    public const string Experiments = nameof(Experiments);
    public const string ExperimentFiles = nameof(ExperimentFiles);
    public const string Catalog = nameof(Catalog);
    public const string CatalogFile = nameof(CatalogFile);
    public const string Language = nameof(Language);
    public const string Hidden = nameof(Hidden);
    public const string Program = nameof(Program);
    public const string ProgramFile = nameof(ProgramFile);
    public const string Pages = nameof(Pages);

    public static readonly ImmutableArray<string> All =
    [
        Files, Compiled, Diagnostics, Architectures, ArchitectureFiles, Experiments, ExperimentFiles, Catalog, CatalogFile, Language,
        Hidden, Program, ProgramFile, Pages,
    ];
}
