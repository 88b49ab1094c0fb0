using System.Text;

namespace Repro.Generators.Tests.Fuzz;

/// <summary>Rare characters, line ends and parts of YAML.</summary>
public class OddTextTests
{
    [Theory]
    [InlineData('\0', "U+0000 (null)")]
    [InlineData('\u0007', "U+0007")]
    [InlineData('\u001b', "U+001B")]
    [InlineData('\ud83d', "U+D83D")]
    [InlineData('\ude00', "U+DE00")]
    [InlineData('\ufeff', "U+FEFF (byte order mark)")]
    [InlineData('\uffff', "U+FFFF")]
    public void ACharacterThatNoYamlHasIsReportedWhereItStands(char c, string name)
    {
        var message =
            $"REPRO001: experiments.yaml: this is not valid YAML: the character {name} cannot stand in the file; replace or remove it";
        Answer.To(Sample.With("latent: 2", $"latent: 2 {c}")).Reports($"(8,15) {message}");
        Answer.To(Sample.With("latent: 2", $"latent: 2 # {c}")).Reports($"(8,17) {message}");
    }

    [Fact]
    public void APairOfSurrogatesIsACharacter() => Answer.To(Sample.With("latent: 2", "latent: 2 # 😀")).Reports();

    [Theory]
    [InlineData("%YAML 1.1\n---\n")]
    [InlineData("%YAML 1.2\n---\n")]
    [InlineData("---\n")]
    [InlineData("\n\n# a comment\n---\n")]
    public void WhatMayStandBeforeADocument(string start) => Answer.To(start + Sample.Text).Reports();

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void TheMarkOfAnEncodingIsUnderstood(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        Answer.To(new BytesFile([.. encoding.GetPreamble(), .. encoding.GetBytes(Sample.Text)])).Reports();
    }

    [Theory]
    [InlineData("\r")]
    [InlineData("\r\n")]
    public void AnyLineEndsAreTheSame(string end)
    {
        var result = Answer.To(Sample.Text.Replace("\n", end, StringComparison.Ordinal));
        result.Reports();
        Assert.Equal(Generation.Run(Sample.Text).Text(), result.Text());
    }

    [Fact]
    public void MixedLineEndsAreTheSame()
    {
        string[] ends = ["\n", "\r\n", "\r"];
        var lines = Sample.Text.Split('\n');
        var mixed = string.Concat(lines.Select((line, i) => line + ends[i % 3]));
        var result = Answer.To(mixed);
        result.Reports();
        Assert.Equal(Generation.Run(Sample.Text).Text(), result.Text());
    }

    [Theory]
    [InlineData("%YAML 3.0\n---\n")]
    [InlineData("%YAML 1.99999999999999999999\n---\n")]
    [InlineData("%YAML\n---\n")]
    [InlineData("%TAG\n---\n")]
    [InlineData("%TAG ! tag:x,2000:\n---\n!a ")]
    [InlineData("%TAG !e! !\n%TAG !e! !\n---\n")]
    [InlineData("--- !<> ")]
    [InlineData("--- !<not a uri> ")]
    [InlineData("--- !<%> ")]
    [InlineData("--- !%ff ")]
    [InlineData("--- !undeclared!x ")]
    [InlineData("--- !!binary ")]
    [InlineData("--- & ")]
    [InlineData("--- &a &b ")]
    [InlineData("--- * ")]
    [InlineData("--- *none ")]
    [InlineData("--- |9\n")]
    [InlineData("--- |0\n")]
    [InlineData("--- >-+\n")]
    [InlineData("--- \"\\xZZ\" ")]
    [InlineData("--- \"\\ud800\" ")]
    [InlineData("--- \"\\UFFFFFFFF\" ")]
    [InlineData("--- \"\\0\" ")]
    [InlineData("? ? ? ")]
    [InlineData("<<: *self\n")]
    [InlineData("&self <<: *self\n")]
    [InlineData("a: &a { <<: *a }\n")]
    [InlineData("a: &a [*a]\n")]
    [InlineData("- *a\n- &a x\n")]
    [InlineData("!!set { a, b }\n---\n")]
    [InlineData("...\n...\n")]
    [InlineData("--- a\n--- b\n--- ")]
    public void OddPartsOfYaml(string start)
    {
        Answer.To(start);
        Answer.To(start + Sample.Text);
        Answer.To(Sample.Text + start);
        Answer.To(Sample.With("latent: 2", $"latent: {start}2"));
    }
}
