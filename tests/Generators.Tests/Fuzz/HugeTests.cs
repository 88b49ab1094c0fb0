using System.Globalization;
using System.Text;

namespace Repro.Generators.Tests.Fuzz;

/// <summary>Files with as much text, depth and repetition as possible; a tenth of that unless <c>REPRO_SLOW_TESTS</c> is 1.</summary>
public class HugeTests
{
    private static readonly int Part = Answer.IsThorough ? 1 : 10;

    /// <summary>About as many characters as a file may have.</summary>
    private static readonly int Longest = 999_000 / Part;

    [Theory]
    [InlineData("[")]
    [InlineData("{")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    [InlineData("? ")]
    [InlineData("- - ")]
    [InlineData("[{a: [")]
    [InlineData("'")]
    [InlineData("\"")]
    [InlineData("!")]
    [InlineData("!a ")]
    [InlineData("&a ")]
    [InlineData("*a ")]
    [InlineData("a: ")]
    [InlineData("a: {}\n")]
    [InlineData("- x\n")]
    [InlineData("- [x]\n")]
    [InlineData("---\n")]
    [InlineData("...\n")]
    [InlineData("%TAG !a! b\n")]
    [InlineData("%YAML 1.1\n---\n")]
    [InlineData("\t")]
    [InlineData("#")]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("\u0085")]
    [InlineData("\ufeff")]
    [InlineData("é")]
    public void OneThingVeryOften(string thing) => Answer.To(Repeated(thing));

    [Theory]
    [InlineData("[x, ", "]")]
    [InlineData("x, ", "")]
    [InlineData("[], ", "")]
    [InlineData("{a: 1}, ", "")]
    [InlineData("? a : b, ", "")]
    [InlineData("*a, ", "")]
    [InlineData("&a 1, ", "")]
    public void AListOfManyThings(string thing, string end) => Answer.To($"version: [{Repeated(thing)}{end}]");

    [Theory]
    [InlineData("version: 1\ndata: |\n", " x\n", "")]
    [InlineData("version: 1\ndata: >\n", " x\n\n", "")]
    [InlineData("version: 1\ndata: \"", "\\x41", "\"")]
    [InlineData("version: 1\ndata: \"", "\\\n", "\"")]
    [InlineData("version: 1\ndata: '", "''", "'")]
    [InlineData("version: 1\ndata: ", "x ", "")]
    [InlineData("version: 1\ndata: x", "\n  x", "")]
    [InlineData("version: ", "1", "")]
    [InlineData("version: 1.", "0", "")]
    [InlineData("", "x", ": 1")]
    [InlineData("version: !<", "x", "> 1")]
    [InlineData("version: &", "x", " 1")]
    [InlineData("version: *", "x", "")]
    [InlineData("version: 1 #", "x", "")]
    [InlineData("version: 1\ndata: { a: { folder: ", "x/", "../x, size: [1, 1] } }")]
    [InlineData("version: 1\ndata: { a: { folder: x, files: ", "..", ", size: [1, 1] } }")]
    public void OneVeryLongThing(string start, string middle, string end) => Answer.To(start + Repeated(middle) + end);

    [Fact]
    public void AFileOfTensOfMegabytes() =>
        Answer.To($"version: 1 # {new string('x', 40_000_000)}")
            .Reports("(1,1) REPRO021: experiments.yaml: can have at most 1000000 characters");

    [Fact]
    public void AHundredThousandLevels() =>
        Answer.To(new string('[', 100_000)).Reports("(1,34) REPRO021: experiments.yaml: can have at most 32 levels of nesting");

    [Fact]
    public void MoreValuesThanAFileMayHave() =>
        Answer.To($"version: [{string.Concat(Enumerable.Repeat("x,", 200_001))}]")
            .Reports("(1,400005) REPRO021: experiments.yaml: can have at most 200000 keys and values");

    [Fact]
    public void Indentation() => Answer.To(string.Concat(Enumerable.Range(0, 1400).Select(depth => new string(' ', depth) + "a:\n")));

    [Theory]
    [InlineData("experiments:\n", "  e{0}: {{}}\n", 60_000)]
    [InlineData("experiments:\n", "  e{0}:\n", 60_000)]
    [InlineData("experiments:\n", "  e{0}: {{ like: f{0} }}\n", 30_000)]
    [InlineData("experiments:\n", "  e{0}: {{ like: e{1} }}\n", 30_000)]
    [InlineData("experiments:\n", "  e{0}: {{ like: e0 }}\n", 30_000)]
    [InlineData("experiments:\n", "  e{0}: {{ architecture: f, seed: x }}\n", 22_000)]
    [InlineData("experiments:\n  a:\n", "    epochs{0}: 1\n", 45_000)]
    [InlineData("architectures:\n", "  a{0}: {{ like: a1 }}\n", 30_000)]
    [InlineData("data:\n", "  a{0}: 1\n", 70_000)]
    [InlineData("", "key{0}: 1\n", 60_000)]
    [InlineData("data: {}\n", "data: {{}} # {0}\n", 40_000)]
    public void ManyKeys(string start, string line, int count)
    {
        var text = new StringBuilder("version: 1\n").Append(start);
        var format = CompositeFormat.Parse(line);
        for (var i = 0; i < count / Part && text.Length < Longest; i++)
        {
            text.AppendFormat(CultureInfo.InvariantCulture, format, i, i + 1);
        }

        Answer.To(text.ToString());
    }

    [Fact]
    public void ManyKeysInheritedManyTimes()
    {
        var keys = string.Concat(
            Enumerable.Range(0, 30_000 / Part).Select(i => string.Create(CultureInfo.InvariantCulture, $"    k{i}: 1\n")));
        var heirs = string.Concat(
            Enumerable.Range(0, 25_000 / Part).Select(i => string.Create(CultureInfo.InvariantCulture, $"  e{i}: {{ like: a }}\n")));
        Answer.To($"version: 1\nexperiments:\n  a:\n{keys}{heirs}");
    }

    [Fact]
    public void ManyLayersInheritedManyTimes()
    {
        var layers = string.Concat(Enumerable.Repeat("      - relu\n", 30_000 / Part));
        var heirs = string.Concat(
            Enumerable.Range(0, 20_000 / Part).Select(i => string.Create(CultureInfo.InvariantCulture, $"  e{i}: {{ like: small }}\n")));
        Answer.To(Sample.With("      - relu\\n", layers).Replace("experiments:\n", $"{heirs}experiments:\n", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{ seed: [0{0}] }", ", 1", 60_000)]
    [InlineData(
        "{ seed: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], take: [1, 2, 3, 4, 5, 6, 7, 8, 9], exclude: [{ seed: 0 }{0}] }", ", { seed: 1, take: 2 }",
        20_000)]
    [InlineData("{ seed: [0, 1, 2], include: [{ seed: 4 }{0}] }", ", { seed: 5 }", 20_000)]
    [InlineData("{ seed: [0, 1, 2], exclude: [{ seed: 0 }{0}], epochs: [1, 2, 3] }", ", { a: 1, b: 2, c: 3 }", 400)]
    [InlineData("{ include: [{ seed: 4 }{0}] }", ", { seed: x }", 5000)]
    public void LargeMatrices(string matrix, string item, int count) => Answer.To(
        Sample.Text + "  sweep: { like: first, matrix: " + matrix.Replace(
            "{0}", string.Concat(Enumerable.Repeat(item, count / Part)), StringComparison.Ordinal) + " }\n");

    [Theory]
    [InlineData("a{0}: &a{0} [*a{1}, *a{1}, *a{1}, *a{1}, *a{1}, *a{1}, *a{1}, *a{1}, *a{1}]\n")]
    [InlineData("a{0}: &a{0} {{ <<: [*a{1}, *a{1}], b{0}: *a{1}, c{0}: *a{1} }}\n")]
    [InlineData("a{0}: &a{0} {{ <<: *a{0} }}\n")]
    [InlineData("a{0}: &a{0} [*a{0}]\n")]
    public void BombsAndCyclesOfAliases(string line)
    {
        var text = new StringBuilder("version: 1\na0: &a0 { x: 1 }\n");
        var format = CompositeFormat.Parse(line);
        for (var i = 1; i < 60; i++)
        {
            text.AppendFormat(CultureInfo.InvariantCulture, format, i, i - 1);
        }

        Assert.NotEmpty(Answer.To(text.ToString()).Diagnostics);
    }

    private static string Repeated(string thing) => string.Concat(Enumerable.Repeat(thing, Longest / thing.Length));
}
