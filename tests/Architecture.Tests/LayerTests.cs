using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Repro.Architecture.Tests;

/// <summary>Holds every project to the order of its layers.</summary>
public sealed class LayerTests
{
    [Theory]
    [InlineData("Cli")]
    [InlineData("Engine")]
    [InlineData("Generators")]
    [InlineData("Report")]
    [InlineData("Runtime")]
    public void EachFolderUsesOnlyTheLayersBelowIt(string project)
    {
        var compilation = ProjectSources.Compile(project);
        // A name that does not resolve would hide an arrow.
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var layers = new LayerList(
            File.ReadAllText(Path.Combine(Repository.Root, "tests", "Architecture.Tests", "Layers", project + ".txt")));

        Assert.Equal(Arrows.Folders(compilation), layers.Folders.Order(StringComparer.Ordinal));
        var violations = layers.Violations(Arrows.In(compilation));
        Assert.True(violations.Count == 0, $"{project}:\n" + string.Join('\n', violations));
    }

    [Theory]
    [InlineData("class Low { High? field; }", "Low uses High 1 times, for example High at Low/Low.cs(1)")]
    [InlineData("class Low { object Make() => High.Create(); }", "Low uses High 2 times, for example High at Low/Low.cs(1)")]
    [InlineData("class Low { void Run(High high) { _ = high + high; } }", "Low uses High 2 times, for example High at Low/Low.cs(1)")]
    [InlineData("class Low { int Use(string text) => text.Lengthen(); }", "Low uses High 1 times, for example Lengthen at Low/Low.cs(1)")]
    [InlineData("partial class Shared { void Run() => FromAbove(); }", "Low uses High 1 times, for example FromAbove at Low/Low.cs(1)")]
    public void AnUpwardArrowIsFound(string low, string expected)
    {
        const string High =
            """
            class High
            {
                public static object Create() => new();
                public static High operator +(High left, High right) => left;
            }
            static class Extensions { public static int Lengthen(this string text) => text.Length; }
            partial class Shared { void FromAbove() { } }
            """;
        Assert.Equal([expected], Violations(High, low));
    }

    [Fact]
    public void ADownwardArrowAndTheOwnFolderAreAllowed() =>
        Assert.Empty(Violations(
            "class High { Low? low; High? high; Shared? shared; } partial class Shared;",
            "class Low { Low? low; Shared? shared; } partial class Shared;"));

    [Fact]
    public void FoldersOfOneLayerMayNotUseEachOther() =>
        Assert.Single(Violations("class High { Low? low; }", "class Low;", "High Low"));

    [Fact]
    public void AFolderThatStandsTwiceIsAnError() => Assert.Throws<FormatException>(() => new LayerList("High\nLow High"));

    private static IReadOnlyList<string> Violations(string high, string low, string list = "# comment\nHigh\n\nLow")
    {
        var compilation = CSharpCompilation.Create(
            "Layers",
            [CSharpSyntaxTree.ParseText(high, path: "High/High.cs"), CSharpSyntaxTree.ParseText(low, path: "Low/Low.cs")],
            [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return new LayerList(list).Violations(Arrows.In(compilation));
    }
}
