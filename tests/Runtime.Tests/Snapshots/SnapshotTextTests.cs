using Repro.Runtime.Snapshots;
using Repro.Runtime.Tests.Fixtures;

namespace Repro.Runtime.Tests.Snapshots;

/// <summary>The text of snapshots: <see cref="SnapshotWriter"/> and <see cref="SnapshotParser"/>.</summary>
public class SnapshotTextTests
{
    private const string Text = """
        experiment  vae-70
        spec        aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
        data        bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
        engine      exact, numerics 1
        seed        42
        epochs      10
        parameters  1234567

        epoch             loss  bits          squared_error  bits          kl divergence  bits        running hash
            1           1000.5  0x447A2000             1000  0x447A0000              0.5  0x3F000000  0000000000000001
            2           500.25  0x43FA2000              500  0x43FA0000             0.25  0x3E800000  0000000000000002
        """;

    private static readonly string Whole = SnapshotWriter.Write(Samples.Snapshot());

    [Fact]
    public void ThePrefixOfARunReadsWell() =>
        Assert.Equal(Text.ReplaceLineEndings("\n"), SnapshotWriter.Write(Samples.Snapshot(10).First(2)));

    [Fact]
    public void AWholeRunEndsWithPicturesAndWeights() => Assert.EndsWith(
        $"""

        epoch  picture          size       pixels
           10  reconstructions  464x266    {Samples.HashA}
           10  samples          530x266    {Samples.HashB}
           12  samples          530x266    {Samples.HashA}

        weights     {Samples.HashB}
        """.ReplaceLineEndings("\n"),
        Whole,
        StringComparison.Ordinal);

    [Fact]
    public void ParsingGivesTheSameText()
    {
        Assert.Equal(Whole, SnapshotWriter.Write(SnapshotParser.Parse(Whole, "x")));
        Assert.Equal(
            Whole,
            SnapshotWriter.Write(SnapshotParser.Parse("\uFEFF" + Whole.Replace("\n", "\r\n", StringComparison.Ordinal) + "\r\n", "x")));
    }

    [Fact]
    public void TheLossOnImagesHeldBackStandsBesideThatOfTraining()
    {
        var snapshot = Samples.Snapshot(12).First(1).With(1, epoch => epoch with
        {
            Validation = [new("validation loss", float.NaN), new("validation kl divergence", 0.25f)],
        });
        var text = SnapshotWriter.Write(snapshot);
        Assert.EndsWith(
            """

            epoch             loss  bits          squared_error  bits          kl divergence  bits        validation loss  bits        validation kl divergence  bits        running hash
                1           1000.5  0x447A2000             1000  0x447A0000              0.5  0x3F000000              NaN  0xFFC00000                      0.25  0x3E800000  0000000000000001
            """.ReplaceLineEndings("\n"),
            text,
            StringComparison.Ordinal);
        var parsed = SnapshotParser.Parse(text, "x");
        Assert.Equal(text, SnapshotWriter.Write(parsed));
        Assert.Equal(["validation loss", "validation kl divergence"], parsed.Epochs[0].Validation.Select(value => value.Name));
        Assert.Equal(["squared_error", "kl divergence"], parsed.Epochs[0].Terms.Select(value => value.Name));
    }

    [Fact]
    public void APrefixParsesToo()
    {
        var parsed = SnapshotParser.Parse(SnapshotWriter.Write(Samples.Snapshot().First(3)), "x");
        Assert.Equal(3, parsed.Epochs.Count);
        Assert.Empty(parsed.Pictures);
        Assert.Null(parsed.Weights);
    }

    [Theory]
    [MemberData(nameof(Cultures.NumberSigns), MemberType = typeof(Cultures))]
    public void TheCultureDoesNotMatter(string culture, string decimalSign, string minus)
    {
        Assert.NotNull(culture);
        Assert.Equal(Whole, Cultures.In(decimalSign, minus, () => SnapshotWriter.Write(SnapshotParser.Parse(Whole, "x"))));
    }

    [Theory]
    [InlineData("seed        42", "seed        4x", 5, "whole number")]
    [InlineData("seed        42", "sead        42", 5, "'seed'")]
    [InlineData("    2           500.25", "    3           500.25", 11, "epoch 2 was expected")]
    [InlineData("500.25", "500.26", 11, "not the same number")]
    [InlineData("0x43FA2000", "0x43FA200", 11, "not the same number")]
    [InlineData("  0000000000000002", "", 11, "an epoch with")]
    [InlineData("epoch             loss", "epoch             loss  lots", 9, "title of the table of epochs")]
    [InlineData("weights     bb", "weight      bb", 27, "text after the end")]
    [InlineData("   10  samples          530x266  ", "   10  samples  ", 25, "a picture's epoch")]
    [InlineData("   10  samples ", "   10  reconstructions ", 25, "named before")]
    [InlineData("experiment  vae-70", "experiment  ../x", 1, "a name of experiments.yaml was expected, not '../x'")]
    [InlineData("spec        aa", "spec        ", 2, "a hash of 64 hex digits was expected")]
    [InlineData("data        bb", "data        BB", 3, "a hash of 64 hex digits was expected")]
    [InlineData("exact, numerics 1", "exact\u001b[2J", 4, "the name of an engine was expected")]
    [InlineData("seed        42", "seed        4294967296", 5, "a whole number from 0 to 4294967295 was expected")]
    [InlineData("epochs      12", "epochs      0", 6, "a whole number from 1 to")]
    [InlineData("parameters  1", "parameters  -1", 7, "a whole number from 0 to")]
    [InlineData("kl divergence", "[kl](https://x)", 9, "names of the terms")]
    [InlineData("0000000000000002", "000000000000002", 11, "a running hash of 16 hex digits was expected")]
    [InlineData(
        "   10  samples          530x266", "   10  samples          abc", 25,
        "the size of a picture was expected, such as 464x134, not 'abc'")]
    [InlineData("   10  samples          530x266", "   10  samples          0x266", 25, "the size of a picture was expected")]
    [InlineData("   10  samples ", "   13  samples ", 25, "a whole number from 1 to 12 was expected")]
    [InlineData("530x266    bb", "530x266    ", 25, "a hash of 64 hex digits was expected")]
    [InlineData("weights     bb", "weights     ", 28, "a hash of 64 hex digits was expected")]
    public void ADamagedLineIsNamed(string from, string to, int line, string message)
    {
        Assert.Contains(from, Whole, StringComparison.Ordinal);
        var at = Whole.IndexOf(from, StringComparison.Ordinal);
        var error = Assert.Throws<ReproException>(
            () => SnapshotParser.Parse(Whole[..at] + to + Whole[(at + from.Length)..], "a.verified.txt"));
        Assert.StartsWith($"a.verified.txt({line}): ", error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NoCutOrChangedTextIsTakenForAnotherSnapshotSilently()
    {
        var random = new Random(3);
        for (var i = 0; i < 3000; i++)
        {
            var damaged = Whole.ToCharArray();
            damaged[random.Next(damaged.Length)] = (char)random.Next(32, 127);
            var text = new string(damaged)[..(i % 2 == 0 ? damaged.Length : random.Next(damaged.Length))];
            try
            {
                // A text that still parses must mean exactly what it says.
                Assert.Equal(Compact(text), Compact(SnapshotWriter.Write(SnapshotParser.Parse(text, "x"))));
            }
            catch (ReproException)
            {
                // It is reported as damaged, as it should be.
            }
        }
    }

    private static string Compact(string text) =>
        string.Join(
            '\n', text.Split('\n').Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))).TrimEnd('\n');
}
