using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Repro.Generators.Tests.Emit;

namespace Repro.Generators.Tests;

/// <summary>The project's settings: its C# version, its entry point, the pages of the diagnostics.</summary>
public class ProjectOptionsTests
{
    private static readonly string[] Files = ["paper", "smallest", "every-layer", "likes", "training", "blocks"];

    [Fact]
    public void TheLeastLanguageIsTheOldestThatCompilesGeneratedCode()
    {
        Assert.All(Files, file => Assert.Empty(Errors(file, ProjectOptions.Least)));
        Assert.Contains(Files, file => Errors(file, ProjectOptions.Least - 100).Length > 0);
    }

    [Fact]
    public void AnOlderLanguageIsTheOnlyError()
    {
        var result = Run(ProjectOptions.Least - 100, BuildProperties.None, "class User;", Sample.Text + "  wrong: { like: nothing }\n");
        var message = Reporting.Text(Assert.Single(result.Diagnostics));
        Assert.StartsWith(
            "experiments.yaml(1,1): error REPRO051: experiments.yaml: this project is compiled as C# ", message, StringComparison.Ordinal);
        Assert.Empty(result.GeneratedSources);
    }

    [Theory]
    [InlineData(LanguageVersion.Preview)]
    [InlineData(LanguageVersion.CSharp13)]
    public void ANewerLanguageIsFine(LanguageVersion language) => Run(language, BuildProperties.None, "class User;", Sample.Text).Reports();

    [Theory]
    [InlineData("", true)]
    [InlineData(
        "class User { static void Start() { } void Main() { } static void Main<T>() { } static void Main(int a, int b) { } }", true)]
    [InlineData("class User { private static int Main(string[] args) => 1; }", false)]
    [InlineData("class User { class Inner { static async System.Threading.Tasks.Task Main() { } } }", false)]
    [InlineData("System.Console.WriteLine();", false)]
    public void AProgramIsWrittenWhereTheUserHasNone(string source, bool isWritten)
    {
        var result = Run(LanguageVersion.CSharp13, BuildProperties.Program, source, Sample.Text);
        Assert.Equal(isWritten, result.GeneratedSources.Any(file => file.HintName == "ExperimentsProgram.g.cs"));
    }

    [Theory]
    [InlineData("false")]
    [InlineData("")]
    [InlineData(null)]
    public void NoProgramIsWrittenUnlessTheProjectWantsOne(string? wanted)
    {
        var properties = wanted is null ? BuildProperties.None : new(("ReproProgram", wanted));
        Assert.DoesNotContain(
            Run(LanguageVersion.CSharp13, properties, "", Sample.Text).GeneratedSources, file =>
                file.HintName == "ExperimentsProgram.g.cs");
    }

    [Fact]
    public void ADiagnosticLeadsToItsPage()
    {
        var folder = Path.Combine(Path.GetTempPath(), "pages with a space") + "/";
        var result = Run(
            LanguageVersion.CSharp13, new(("ReproDiagnosticPages", folder)), "", Sample.With("latent: 2", "latent: 0"));
        Assert.Equal($"{new Uri(folder).AbsoluteUri}REPRO007.md", Assert.Single(result.Diagnostics).Descriptor.HelpLinkUri);
        Assert.Equal("", Assert.Single(Run(
            LanguageVersion.CSharp13, BuildProperties.None, "", Sample.With("latent: 2", "latent: 0")).Diagnostics).Descriptor.HelpLinkUri);
    }

    private static string[] Errors(string file, LanguageVersion language)
    {
        var parse = new CSharpParseOptions(language);
        var sources = Generation.Run(SnapshotTests.Yaml(file)).GeneratedSources;
        return
        [
            .. Compilation.Of().RemoveAllSyntaxTrees()
                .AddSyntaxTrees(sources.Select(source => CSharpSyntaxTree.ParseText(source.SourceText, parse)))
                .GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(
                    diagnostic => diagnostic.ToString()),
        ];
    }

    private static GeneratorRunResult Run(LanguageVersion language, BuildProperties properties, string source, string yaml)
    {
        var parse = new CSharpParseOptions(language);
        var driver = CSharpGeneratorDriver.Create(
            [new ExperimentsGenerator().AsSourceGenerator()], [new YamlFile(Generation.Path, yaml)], parse, properties);
        return driver.RunGenerators(Compilation.Of().RemoveAllSyntaxTrees().AddSyntaxTrees(CSharpSyntaxTree.ParseText(source, parse)))
            .GetRunResult().Results.Single();
    }
}
