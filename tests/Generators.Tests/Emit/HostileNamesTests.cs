using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Repro.Generators.Tests.Emit;

/// <summary>Generated code compiles beside user code with any names.</summary>
public class HostileNamesTests
{
    private static readonly string[] Files = ["paper", "smallest", "every-layer", "likes", "training", "blocks"];

    /// <summary>Names that generated code does not write, but the compiler or a base class may.</summary>
    private static readonly string[] More =
    [
        "Object", "String", "Boolean", "Int32", "Int64", "Double", "Decimal", "Exception", "Attribute", "ValueTuple", "Nullable", "Func",
        "List",
        "Equals", "GetHashCode", "Module", "Tasks", "Compiler", "global", "nn", "torch", "YamlAttribute", "Yaml", "var_", "Deconstruct",
    ];

    /// <summary>Types with these names hide a namespace, which is another diagnostic.</summary>
    private static readonly string[] Namespaces = ["Repro", "System", "TorchSharp", "Experiments", "Runtime", "Cli"];

    [Theory]
    [InlineData("#")]
    [InlineData("namespace Repro { # }")]
    [InlineData("namespace Repro.Experiments { # }")]
    [InlineData("namespace Repro { # } namespace Repro.Experiments { # }")]
    public void TypesOfEveryName(string place)
    {
        var types = string.Concat(Names().Except(Namespaces).Except(place.Contains('.', StringComparison.Ordinal) ? Generated() : [])
            .Select(name => $"public static class @{name} {{ }}\n"));
        AssertCompiles(place.Replace("#", types, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Repro.")]
    [InlineData("Repro.Experiments.")]
    [InlineData("Mine.Repro.Experiments.")]
    public void NamespacesOfEveryName(string prefix) => AssertCompiles(string.Concat(Names()
        .Except(prefix == "Repro.Experiments." ? Generated() : prefix == "Repro." ? ["Experiments", "Runtime"] : [])
        .Select(name => $"namespace {prefix}@{name} {{ public class Inner; }}\n")));

    [Fact]
    public void AliasesOfEveryName() =>
        AssertCompiles(string.Concat(Names().Select(name => $"global using @{name} = System.IDisposable;\n")));

    [Fact]
    public void MembersOfEveryNameThatAreUsedEverywhere()
    {
        var members = string.Concat(Names().Select((name, i) => i % 2 == 0
            ? $"public static class @{name} {{ }}\n"
            : $"public static int @{name}(object any) => 1;\n"));
        AssertCompiles($"global using static Mine.All_;\nnamespace Mine {{ public static class All_ {{ {members} }} }}");
    }

    [Theory]
    [InlineData("TorchSharp", "torch_")]
    [InlineData("Repro.Runtime", "Mine")]
    [InlineData("System", "Mine")]
    public void MoreTypesInTheNamespacesOfOthers(string name, string type) =>
        AssertCompiles($"namespace {name} {{ public class {type}; }} namespace Repro.Experiments {{ public class Mine; }}");

    /// <summary>Every identifier in generated code.</summary>
    private static string[] Names() =>
    [
        .. Files.SelectMany(file => Generation.Run(SnapshotTests.Yaml(file)).GeneratedSources)
            .SelectMany(source => source.SyntaxTree.GetRoot().DescendantTokens())
            .Where(token => token.IsKind(SyntaxKind.IdentifierToken))
            .Select(token => token.ValueText)
            .Concat(More)
            .Distinct()
            .Where(name => SyntaxFacts.GetContextualKeywordKind(name) == SyntaxKind.None),
    ];

    /// <summary>The names of generated classes in all files.</summary>
    private static string[] Generated() =>
    [
        .. Files.SelectMany(file => Generation.Run(SnapshotTests.Yaml(file)).GeneratedSources)
            .Select(source => source.HintName.Replace(".g.cs", "", StringComparison.Ordinal))
            .SelectMany(name => new[] { name, name + "Result" }),
    ];

    private static void AssertCompiles(string hostile)
    {
        foreach (var file in Files)
        {
            var sources = Generation.Run(SnapshotTests.Yaml(file)).GeneratedSources.Select(
                source => source.SourceText.ToString()).ToArray();
            var compilation = Compilation.Of([.. sources, hostile]);
            var user = compilation.SyntaxTrees.Last();
            var problems = compilation.GetDiagnostics()
                .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error || (
                    diagnostic.Severity == DiagnosticSeverity.Warning && diagnostic.Location.SourceTree != user))
                .Select(diagnostic => diagnostic.ToString())
                .Take(5);
            Assert.Empty(problems);
        }
    }
}
