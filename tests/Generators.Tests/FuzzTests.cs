using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Repro.Generators.Tests;

/// <summary>Whatever the file holds, the generator answers within a second, with code that compiles or with an error.</summary>
public class FuzzTests
{
    private const int MostCompiled = 20;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    private const string Fragments = "{}[]:,-#&*!|>'\"%@`?~ \n\t\\0123456789abcdefxyz\u00e9\u2028\ud83d\ude00\0\u0085";

    [Fact]
    public void RandomText() => Many(2000, random => Text(random, random.Next(200)));

    [Fact]
    public void RandomBytes() => Many(1000, random =>
    {
        var bytes = new byte[random.Next(300)];
        random.NextBytes(bytes);
        return Encoding.Latin1.GetString(bytes);
    });

    [Fact]
    public void AFileWithRandomEdits() => Many(2000, random =>
    {
        var text = new StringBuilder(Sample.Text);
        for (var edits = random.Next(1, 5); edits > 0; edits--)
        {
            var at = random.Next(text.Length);
            text.Remove(at, Math.Min(random.Next(6), text.Length - at)).Insert(at, Text(random, random.Next(4)));
        }

        return text.ToString();
    });

    [Fact]
    public void AFileOfBlocksWithRandomEdits()
    {
        var file = Emit.SnapshotTests.Yaml("blocks");
        Many(500, random =>
        {
            var at = random.Next(file.Length);
            return file.Remove(at, Math.Min(random.Next(6), file.Length - at)).Insert(at, Text(random, random.Next(4)));
        });
    }

    [Fact]
    public void AFileWithLinesExchanged() => Many(1000, random =>
    {
        var lines = Sample.Text.Split('\n');
        for (var edits = random.Next(1, 4); edits > 0; edits--)
        {
            lines[random.Next(lines.Length)] = lines[random.Next(lines.Length)];
        }

        return string.Join("\n", lines);
    });

    [Fact]
    public void AFileWithNumbersExchanged() => Many(1000, random =>
        string.Concat(Sample.Text.Select(c => char.IsAsciiDigit(c) && random.Next(8) == 0 ? Number(random) : c.ToString())));

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    [InlineData("? ")]
    [InlineData("- - ")]
    [InlineData("[{a: [")]
    [InlineData("'")]
    [InlineData("!")]
    [InlineData("&a ")]
    [InlineData("a: ")]
    [InlineData("a: {}\n")]
    [InlineData("- x\n")]
    [InlineData("\t")]
    [InlineData("#")]
    public void OneThingVeryOften(string thing) => Check(string.Concat(Enumerable.Repeat(thing, 20_000)));

    [Fact]
    public void DeepIndentation() =>
        Check(string.Concat(Enumerable.Range(0, 2000).Select(depth => new string(' ', depth) + "a:\n")));

    [Fact]
    public void ABombOfAliases()
    {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 40; i++)
        {
            var items = string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 9));
            bomb.Append(CultureInfo.InvariantCulture, $"a{i}: &a{i} [{items}]\n");
        }

        Assert.NotEmpty(Check(bomb.ToString()).Diagnostics);
    }

    private static void Many(int count, Func<Random, string> make)
    {
        var accepted = new HashSet<string>();
        for (var seed = 0; seed < count; seed++)
        {
            var result = Check(make(new Random(seed)));
            if (result.Diagnostics.IsEmpty && accepted.Count < MostCompiled && accepted.Add(result.Text()))
            {
                Assert.Empty(result.Problems());
            }
        }
    }

    private static GeneratorRunResult Check(string yaml)
    {
        var (result, elapsed) = Timed(yaml);
        Assert.True(result.Exception is null, $"{result.Exception} for {yaml[..Math.Min(yaml.Length, 1000)]}");
        Assert.True(!result.Diagnostics.IsEmpty || result.GeneratedSources.Length > 0);

        var lines = SourceText.From(yaml).Lines.Count;
        Assert.All(result.Diagnostics, diagnostic =>
        {
            Assert.DoesNotContain(diagnostic.GetMessage(CultureInfo.InvariantCulture), char.IsControl);
            Assert.InRange(diagnostic.Location.GetLineSpan().StartLinePosition.Line, 0, lines);
        });

        // A machine can be busy for a moment; then a second try is quick.
        var quick = elapsed < Limit || Timed(yaml).Elapsed < Limit;
        Assert.True(quick, $"{elapsed} for {yaml[..Math.Min(yaml.Length, 100)]}");
        return result;
    }

    private static (GeneratorRunResult Result, TimeSpan Elapsed) Timed(string yaml)
    {
        var watch = Stopwatch.StartNew();
        return (Generation.Run(yaml), watch.Elapsed);
    }

    private static string Text(Random random, int length) =>
        string.Concat(Enumerable.Range(0, length).Select(_ => Fragments[random.Next(Fragments.Length)]));

    private static string Number(Random random) =>
        random.Next(4) switch
        {
            0 => "0",
            1 => "-1",
            2 => random.NextInt64().ToString(CultureInfo.InvariantCulture),
            _ => random.Next(1, 70000).ToString(CultureInfo.InvariantCulture),
        };
}
