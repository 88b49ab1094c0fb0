using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Repro.Generators.Tests;

/// <summary>Compiles generated code as part of a project.</summary>
internal static class Compilation
{
    private static readonly CSharpParseOptions Parse = new(LanguageVersion.CSharp13, DocumentationMode.Diagnose);

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private static readonly CSharpCompilation Empty = CSharpCompilation.Create(
        "Experiments",
        [CSharpSyntaxTree.ParseText("", Parse)],
        References,
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, warningLevel: 9999));

    public static CSharpCompilation Of(params IEnumerable<string> sources) =>
        Empty.AddSyntaxTrees(sources.Select(source => CSharpSyntaxTree.ParseText(source, Parse)));

    /// <summary>The errors and warnings of the generated code, each with its line.</summary>
    public static string[] Problems(this GeneratorRunResult result) =>
    [
        .. Of(result.GeneratedSources.Select(source => source.SourceText.ToString()))
            .GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .Select(diagnostic => $"{diagnostic} | "
                + $"{diagnostic.Location.SourceTree?.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line]}"),
    ];
}
