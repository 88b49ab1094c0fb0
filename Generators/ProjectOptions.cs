using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Repro.Generators;

/// <summary>What the generator knows of the project beside its files.</summary>
internal static class ProjectOptions
{
    /// <summary>The C# that generated code is written in.</summary>
    public const LanguageVersion Least = LanguageVersion.CSharp13;

    /// <summary>The project's C# as a number, such as <c>12.0</c>, if it is too old for generated code; otherwise <c>null</c>.</summary>
    public static string? TooOldLanguage(ParseOptions options) =>
        options is CSharpParseOptions { LanguageVersion: < Least } old ? old.LanguageVersion.ToDisplayString() : null;

    /// <summary>Whether the project wants a program, if it has no entry point of its own.</summary>
    public static bool WantsProgram(AnalyzerConfigOptionsProvider options) =>
        options.GlobalOptions.TryGetValue("build_property.ReproProgram", out var wanted)
            && wanted.Equals("true", StringComparison.OrdinalIgnoreCase);

    /// <summary>The folder with a page for each diagnostic, as the start of an address; empty when there is none.</summary>
    public static string DiagnosticPages(AnalyzerConfigOptionsProvider options) =>
        options.GlobalOptions.TryGetValue("build_property.ReproDiagnosticPages", out var folder)
            && Uri.TryCreate(folder, UriKind.Absolute, out var address)
            ? address.AbsoluteUri
            : "";
}
