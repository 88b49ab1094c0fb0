using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Repro.Generators;

/// <summary>The project's settings that matter to the generator.</summary>
internal static class ProjectOptions
{
    /// <summary>The C# version of generated code.</summary>
    public const LanguageVersion Least = LanguageVersion.CSharp13;

    /// <summary>The project's C# as a number, such as <c>12.0</c>, if it is too old for generated code; otherwise <c>null</c>.</summary>
    public static string? TooOldLanguage(ParseOptions options) =>
        options is CSharpParseOptions { LanguageVersion: < Least } old ? old.LanguageVersion.ToDisplayString() : null;

    /// <summary>Whether the project wants a generated entry point if it has none.</summary>
    public static bool WantsProgram(AnalyzerConfigOptionsProvider options) =>
        options.GlobalOptions.TryGetValue("build_property.ReproProgram", out var wanted)
            && wanted.Equals("true", StringComparison.OrdinalIgnoreCase);

    /// <summary>The start of the addresses of the diagnostics' pages; empty without pages.</summary>
    public static string DiagnosticPages(AnalyzerConfigOptionsProvider options) =>
        options.GlobalOptions.TryGetValue("build_property.ReproDiagnosticPages", out var folder)
            && Uri.TryCreate(folder, UriKind.Absolute, out var address)
            ? address.AbsoluteUri
            : "";
}
