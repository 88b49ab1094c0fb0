using System.Security.Cryptography;
using System.Text;

namespace Repro.Generators.Tests.Model;

/// <summary>What changes the hash of an experiment: everything that can change a number, and nothing else.</summary>
public class SpecHashTests
{
    [Theory]
    [InlineData("data/dots", "data/spots")]
    [InlineData("size: [8, 8]", "size: [8, 8], files: '*.gif'")]
    [InlineData("size: [8, 8]", "size: [8, 8], background: '#000000'")]
    [InlineData("input: [3, 8, 8]\\n    latent: 2", "input: [3, 8, 8]\\n    latent: 3")]
    [InlineData("channels: 4", "channels: 5")]
    [InlineData("- relu", "- relu\\n      - relu")]
    [InlineData("- relu", "- leaky_relu")]
    [InlineData("- relu", "- conv: { channels: 4, kernel: 3, padding: 1 }")]
    [InlineData("- relu", "- conv: { channels: 4, kernel: 2 }")]
    [InlineData("- relu", "- conv: { channels: 4, kernel: 2, stride: 2 }")]
    [InlineData("- relu", "- conv_transpose: { channels: 4, kernel: 2 }")]
    [InlineData("- relu", "- linear: 64")]
    [InlineData("- sigmoid", "- tanh")]
    [InlineData("batch: 4", "batch: 4\\n    take: 1")]
    [InlineData("seed: 1", "seed: 2")]
    [InlineData("epochs: 5", "epochs: 6")]
    [InlineData("batch: 4", "batch: 5")]
    [InlineData("batch: 4", "batch: 4\\n    shuffle: false")]
    [InlineData("batch: 4", "batch: 4\\n    captures: [1]")]
    [InlineData("0.01", "0.02")]
    [InlineData("0.01", "0.01, beta1: 0.8")]
    [InlineData("0.01", "0.01, beta2: 0.99")]
    [InlineData("0.01", "0.01, eps: 1e-7")]
    [InlineData("evidence_lower_bound", "squared_error")]
    [InlineData("kind: variational", "kind: plain", "evidence_lower_bound", "squared_error")]
    public void WhatCanChangeANumberChangesIt(string old, string replacement, string alsoOld = " ", string alsoReplacement = " ")
    {
        var changed = Sample.With(old, replacement).Replace(alsoOld, alsoReplacement, StringComparison.Ordinal);
        Assert.NotEqual(HashOf(Sample.Text.Replace(alsoOld, alsoReplacement, StringComparison.Ordinal)), HashOf(changed));
    }

    [Theory]
    [InlineData("version: 1", "# a comment\\nversion: 1")]
    [InlineData("dots: { folder: data/dots, size: [8, 8] }", "dots:\\n    size: [ 8, 8 ]\\n    folder: 'data/dots/'")]
    [InlineData("size: [8, 8]", "size: [8, 8], files: '*.png', background: '#FFFFFF'")]
    [InlineData("    kind: variational\\n    input: [3, 8, 8]", "    input: [3, 8, 8]\\n    kind: variational")]
    [InlineData("- relu", "- relu: {}")]
    [InlineData("- linear: [4, 4, 4]", "- linear: { features: [4, 4, 4] }")]
    [InlineData("0.01", "1e-2")]
    [InlineData("0.01", "0.0100, eps: 0.00000001, beta1: .9, beta2: 9.99e-1")]
    [InlineData("batch: 4", "batch: 4\\n    take: all\\n    shuffle: true\\n    captures: []")]
    [InlineData("experiments:", "  other: { like: small, latent: 7 }\\nexperiments:")]
    public void WhatCannotChangeANumberDoesNot(string old, string replacement) =>
        Assert.Equal(HashOf(Sample.Text), HashOf(Sample.With(old, replacement)));

    [Fact]
    public void NamesDoNotChangeIt()
    {
        var renamed = Sample.Text
            .Replace("dots:", "spots:", StringComparison.Ordinal)
            .Replace("data: dots", "data: spots", StringComparison.Ordinal)
            .Replace("small", "tiny", StringComparison.Ordinal);
        Assert.Equal(HashOf(Sample.Text), HashOf(renamed));
        Assert.Equal(HashOf(Sample.Text), HashOf(Sample.Text + "  second: { like: first }\n", "Second"));
    }

    [Fact]
    public void ItIsTheHashOfTheseLines()
    {
        var lines = """
            spec 1
            folder data/dots
            files *.png
            images 3 × 8 × 8
            background #ffffff
            take all
            kind Variational
            input 3 × 8 × 8
            latent 2
            encoder conv channels=4 kernel=4 stride=2 padding=1
            encoder relu
            decoder linear features=4 × 4 × 4
            decoder conv_transpose channels=3 kernel=4 stride=2 padding=1
            decoder sigmoid
            seed 1
            epochs 5
            batch 4
            shuffle true
            optimizer adam LearningRate=0.01 Beta1=0.9 Beta2=0.999 Epsilon=1e-8
            loss evidence_lower_bound
            captures []
            """;
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines))), HashOf(Sample.Text));
    }

    private static string HashOf(string yaml, string name = "First")
    {
        var result = Generation.Run(yaml);
        result.ReportsErrors();
        var code = result.Class(name);
        var start = code.IndexOf("SpecHash = \"", StringComparison.Ordinal) + "SpecHash = \"".Length;
        return code[start..code.IndexOf('"', start)];
    }
}
