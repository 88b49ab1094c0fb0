using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Repro.Generators.Tests.Emit;

/// <summary>No text of the file becomes code.</summary>
public class InjectionTests
{
    private const string Attack = "\"; } class Injected { } /* {x} <b>&amp; \\u0022 ${y} */ // 'é😀";

    private static readonly string[] Names = ["first", "small", "dots"];

    [Theory]
    [InlineData("folder")]
    [InlineData("files")]
    public void ATextOfADataSetStaysText(string key)
    {
        // Slashes and characters outside the basic plane are not allowed there.
        var attack = Attack.Replace("/", "", StringComparison.Ordinal).Replace("\\", "", StringComparison.Ordinal).Replace("😀", "", StringComparison.Ordinal);
        var quoted = $"'{attack.Replace("'", "''", StringComparison.Ordinal)}'";
        var result = Generation.Run(key == "folder" ? Sample.With("data/dots", quoted) : Sample.With("size:", $"files: {quoted}, size:"));
        result.Reports();
        Assert.Empty(result.Problems());
        var tree = CSharpSyntaxTree.ParseText(result.Class("First")).GetRoot();
        Assert.Contains(tree.DescendantNodes().OfType<LiteralExpressionSyntax>(), literal => literal.Token.ValueText == attack);
        Assert.Single(tree.DescendantNodes().OfType<TypeDeclarationSyntax>());
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("a\"")]
    [InlineData("a\\n")]
    [InlineData("a{b}")]
    [InlineData("a;b")]
    [InlineData("a.b")]
    [InlineData("é")]
    [InlineData("@class")]
    [InlineData("a<b>")]
    public void ANameThatIsNotOneIsAnError(string name)
    {
        var quoted = $"\"{name.Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
        Assert.All(
            Names,
            old => Assert.Contains(Generation.Run(Sample.Text.Replace($"  {old}:", $"  {quoted}:", StringComparison.Ordinal)).Diagnostics, found => found.Id == "REPRO009"));
    }

    [Theory]
    [InlineData("class")]
    [InlineData("record")]
    [InlineData("namespace")]
    [InlineData("var")]
    [InlineData("object")]
    [InlineData("string")]
    [InlineData("mu")]
    [InlineData("images")]
    [InlineData("result")]
    [InlineData("a-_-1")]
    public void AKeywordOrALocalNameIsANameLikeAnyOther(string name)
    {
        foreach (var old in Names)
        {
            var result = Generation.Run(Sample.Text.Replace(old, name, StringComparison.Ordinal));
            result.Reports();
            Assert.Empty(result.Problems());
        }
    }

    [Theory]
    [InlineData("first")]
    [InlineData("small")]
    public void EveryNameThatGeneratedCodeDeclaresOrUsesIsReservedOrHarmless(string old)
    {
        var identifiers = new[] { "paper", "every-layer", "blocks" }
            .SelectMany(file => Generation.Run(SnapshotTests.Yaml(file)).GeneratedSources)
            .SelectMany(source => source.SyntaxTree.GetRoot().DescendantTokens())
            .Where(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText.All(char.IsAsciiLetterOrDigit))
            .Select(token => token.ValueText)
            .Distinct();
        foreach (var name in identifiers)
        {
            var result = Generation.Run(Sample.Text.Replace(old, name, StringComparison.Ordinal));
            Assert.True(!result.Diagnostics.IsEmpty || result.Problems().Length == 0, $"{name}: {string.Join("\n", result.Problems())}");
        }
    }
}
