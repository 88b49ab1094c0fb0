using Microsoft.CodeAnalysis;

namespace Repro.Generators.Tests;

/// <summary>A type that hides a namespace is reported once, instead of once for each line of generated code.</summary>
public class HiddenNamespacesTests
{
    [Theory]
    [InlineData("\nclass System;", "System")]
    [InlineData("\npublic enum TorchSharp { One }", "TorchSharp")]
    [InlineData("\npublic delegate void Repro();", "Repro")]
    [InlineData("namespace Repro;\npublic interface Runtime;", "Repro.Runtime")]
    [InlineData("namespace Repro {\nrecord Experiments; }", "Repro.Experiments")]
    public void ATypeThatHidesANamespaceIsTheOnlyError(string source, string hidden)
    {
        var result = Run(source);
        var diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal("REPRO052", diagnostic.Id);
        Assert.Contains($": this type hides the namespace {hidden}, ", diagnostic.GetMessage(null), StringComparison.Ordinal);
        Assert.Equal(1, diagnostic.Location.GetLineSpan().StartLinePosition.Line);
        Assert.Empty(result.GeneratedSources);
    }

    [Theory]
    [InlineData("namespace Mine; class System; class Repro; class TorchSharp;")]
    [InlineData("namespace Mine.Repro; class Runtime; class Experiments;")]
    [InlineData("class Mine { class System; }")]
    [InlineData("class Runtime; class Experiments; class Cli;")]
    public void ATypeElsewhereIsFine(string source)
    {
        var result = Run(source);
        result.Reports();
        Assert.Empty(Compilation.Of([.. result.GeneratedSources.Select(file => file.SourceText.ToString()), source]).GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
    }

    private static GeneratorRunResult Run(string source) =>
        Generation.Driver(new YamlFile(Generation.Path, Sample.Text)).RunGenerators(Compilation.Of(source)).GetRunResult().Results.Single();
}
