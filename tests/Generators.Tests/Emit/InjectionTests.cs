using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Repro.Generators.Tests.Emit;

/// <summary>No text of the file becomes code.</summary>
public class InjectionTests
{
    private static readonly string[] Names = ["first", "small", "dots"];

    /// <summary>Texts that end a string, a comment, a line or an element in some language.</summary>
    public static TheoryData<string> Attacks =>
    [
        "\"; } class Injected { } /* {x} <b>&amp; ${y} */ // 'é",
        "\"\"\"",
        "\"\"\"\"; class Injected; //",
        "*/ class Injected { } /*",
        "</summary><script>",
        "<!-- ]]> & &lt; &#10;",
        "{0}{{x}}{",
        "a\u2028class Injected { }",
        "a\u2029class Injected { }",
        "a\u0085class Injected { }",
        "a\nclass Injected { }",
        "a\r\n#error Injected",
        "\n#pragma warning disable",
        "a\0b",
        "a\u202e} ;b",
        "a\u200b\ufeffb",
        "\\u0022; class Injected { }",
        "\\",
        "a\\",
        "$\"{System.Environment.Exit(1)}\"",
        "@\"",
        "'",
        "😀",
        "\ud83d",
        "ａｂｃ",
        "%s%n{{}}",
        "'; DROP TABLE runs; --",
        new('x', 5000),
    ];

    [Theory]
    [MemberData(nameof(Attacks))]
    public void ATextOfADataSetStaysText(string attack)
    {
        ATextStaysText(attack, yaml => Sample.With("data/dots", yaml));
        ATextStaysText(attack, yaml => Sample.With("size:", $"files: {yaml}, size:"));
        ATextStaysText(attack, yaml => Sample.With("size:", $"background: {yaml}, size:"));
    }

    // A parameter's value appears in comments and in class names.
    [Theory]
    [MemberData(nameof(Attacks))]
    public void AParameterIsANumberOrAWord(string attack)
    {
        var result = Generation.Run(Sample.With("latent: 2", $"latent: $size\n    parameters: {{ size: {Quoted(attack)} }}"));
        Assert.Contains(result.Diagnostics, found => found.Severity == DiagnosticSeverity.Error);
        Assert.DoesNotContain("Injected", result.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void RandomTextsStayText()
    {
        const string alphabet = "\"'`\\{}$@#/*<>&;()[]=!-x \n\r\t\0\u0085\u2028\u2029\u202e\ufeff";
        for (var seed = 0; seed < 150; seed++)
        {
            var random = new Random(seed);
            var attack = string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => alphabet[random.Next(alphabet.Length)]));
            ATextStaysText(attack, yaml => Sample.With("size:", $"files: {yaml}, size:"));
        }
    }

    [Theory]
    [MemberData(nameof(Attacks))]
    [InlineData("a b")]
    [InlineData("a.b")]
    [InlineData("a;b")]
    [InlineData("@class")]
    [InlineData("a<b>")]
    [InlineData("é")]
    [InlineData("vае")] // The second and third letters are Cyrillic.
    [InlineData("ｖａｅ")]
    [InlineData("ıd")]
    [InlineData("a\u0301")]
    [InlineData("a\u200d")]
    [InlineData("-a")]
    [InlineData("_a")]
    [InlineData("1a")]
    [InlineData("a·b")]
    public void ANameThatIsNotOneIsAnError(string name)
    {
        foreach (var old in Names)
        {
            var result = Generation.Run(Sample.Text.Replace($"  {old}:", $"  {Quoted(name)}:", StringComparison.Ordinal));
            Assert.Contains(result.Diagnostics, found => found.Id is "REPRO009" or "REPRO001");
            Assert.DoesNotContain("Injected", result.Text(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("var")]
    [InlineData("mu")]
    [InlineData("images")]
    [InlineData("result")]
    [InlineData("a-_-1")]
    [InlineData("A")]
    public void ANameChangesTheNamesOfItsClassesAlone(string name)
    {
        var identifier = string.Concat(
            name.Split('-', '_').Where(part => part.Length > 0).Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
        foreach (var (old, renamed) in new[] { ("first", "First"), ("small", "Small") })
        {
            var expected = Generation.Run(Sample.Text);
            var result = Generation.Run(Sample.Text.Replace(old, name, StringComparison.Ordinal));
            result.Reports();
            Assert.Equal(
                expected.GeneratedSources.Select(source => CodeShape.Of(source.SourceText.ToString(), renamed).Tokens),
                result.GeneratedSources.Select(source => CodeShape.Of(source.SourceText.ToString(), identifier).Tokens));
        }
    }

    [Theory]
    [InlineData("first")]
    [InlineData("small")]
    public void EveryKeywordIsANameLikeAnyOther(string old)
    {
        var keywords = SyntaxFacts.GetKeywordKinds().Concat(SyntaxFacts.GetContextualKeywordKinds())
            .Select(SyntaxFacts.GetText)
            .Where(word => word.All(char.IsAsciiLetter))
            .Distinct(StringComparer.Ordinal);
        var like = string.Concat(keywords.Select(word => string.Create(CultureInfo.InvariantCulture, $"  {word}: {{ like: {old} }}\n")));
        var result = Generation.Run(Sample.Text.Replace($"  {old}:\n", $"{like}  {old}:\n", StringComparison.Ordinal));
        Assert.All(result.Diagnostics, diagnostic => Assert.True(
            diagnostic.Id == "REPRO009" || diagnostic.Severity == DiagnosticSeverity.Warning, diagnostic.ToString()));
        Assert.InRange(result.GeneratedSources.Length, 80, 200);
        Assert.Empty(result.Problems());
    }

    [Theory]
    [InlineData("first")]
    [InlineData("small")]
    public void EveryNameThatGeneratedCodeDeclaresOrUsesIsReservedOrHarmless(string old)
    {
        var identifiers = new[] { "paper", "every-layer", "blocks", "training", "likes" }
            .SelectMany(file => Generation.Run(SnapshotTests.Yaml(file)).GeneratedSources)
            .SelectMany(source => source.SyntaxTree.GetRoot().DescendantTokens())
            .Where(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText.All(char.IsAsciiLetterOrDigit))
            .Select(token => token.ValueText)
            .Concat(["Object", "String", "Exception", "Equals", "GetHashCode", "ToString", "Finalize"])
            .Concat(["YamlAttribute", "yaml-attribute", "Yaml"])
            .Concat(["Program", "experiments-program", "experiments-summary", "experiment-catalog"])
            .Concat(["TorchSharp", "torch", "nn", "Repro", "Encoder1"])
            .Distinct();
        foreach (var name in identifiers)
        {
            var result = Generation.Run(Sample.Text.Replace(old, name, StringComparison.Ordinal));
            Assert.True(!result.Diagnostics.IsEmpty || result.Problems().Length == 0, $"{name}: {string.Join("\n", result.Problems())}");
        }
    }

    /// <summary>A text is refused, or it becomes the value of a string. The rest of the code is the same as for a harmless text.</summary>
    private static void ATextStaysText(string attack, Func<string, string> file)
    {
        var result = Generation.Run(file(Quoted(attack)));
        Assert.Null(result.Exception);
        if (!result.Diagnostics.IsEmpty)
        {
            return;
        }

        var harmless = Generation.Run(Sample.Text);
        Assert.Equal(harmless.GeneratedSources.Length, result.GeneratedSources.Length);
        foreach (var (expected, actual) in harmless.GeneratedSources.Zip(result.GeneratedSources))
        {
            var (tokens, trivia) = CodeShape.Of(actual.SourceText.ToString());
            Assert.Equal(CodeShape.Of(expected.SourceText.ToString()).Tokens, tokens);
            Assert.Equal(CodeShape.Of(expected.SourceText.ToString()).Trivia, trivia);
            Assert.DoesNotContain(
                actual.SourceText.ToString(),
                c => c is '\r' or '\0' or '\u0085' or '\u2028' or '\u2029' or '\u202e' or '\u200b' or '\ufeff');
        }

        Assert.Contains(attack, CodeShape.Strings(result.Class("First")));
    }

    /// <summary>A text as YAML can always write it: in quotes, with each character escaped.</summary>
    private static string Quoted(string text) =>
        $"\"{string.Concat(text.Select(c => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}")))}\"";
}
