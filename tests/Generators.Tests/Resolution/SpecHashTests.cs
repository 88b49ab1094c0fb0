using System.Security.Cryptography;
using System.Text;

namespace Repro.Generators.Tests.Resolution;

/// <summary>The hash of an experiment covers everything that can change a result, and nothing else.</summary>
public class SpecHashTests
{
    private const string SampleLines =
        """
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

    [Theory]
    [InlineData("data/dots", "data/spots")]
    [InlineData("size: [8, 8]", "size: [8, 8], files: '*.gif'")]
    [InlineData("size: [8, 8]", "size: [8, 8], files: ['*.png', '*.PNG']")]
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
    [InlineData("kernel: 4, stride: 2, padding: 1 }\\n      - relu", "kernel: [4, 4], stride: 2, padding: 1, bias: false }\\n      - relu")]
    [InlineData(
        "kernel: 4, stride: 2, padding: 1 }\\n      - relu", "kernel: 4, stride: 2, padding: 1, padding_mode: reflect }\\n      - relu")]
    [InlineData("kernel: 4, stride: 2, padding: 1 }\\n      - relu", "kernel: 2, stride: 2, padding: 1, dilation: 3 }\\n      - relu")]
    [InlineData("kernel: 4, stride: 2, padding: 1 }\\n      - relu", "kernel: [3, 4], stride: 2, padding: 1 }\\n      - relu")]
    [InlineData("channels: 3, kernel: 4, stride: 2, padding: 1", "channels: 3, kernel: 3, stride: 2, padding: 1, output_padding: 1")]
    [InlineData("linear: [4, 4, 4]", "linear: { features: [4, 4, 4], bias: false }")]
    [InlineData("- sigmoid", "- tanh")]
    [InlineData("batch: 4", "batch: 4\\n    take: 1")]
    [InlineData("batch: 4", "batch: 4\\n    validation: 1")]
    [InlineData("batch: 4", "batch: 4\\n    validation: 0.2")]
    [InlineData("size: [8, 8]", "size: [8, 8], horizontal_flip: true")]
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
    [InlineData("0.01", "0.01, weight_decay: 0.1")]
    [InlineData("0.01", "0.01, amsgrad: true")]
    [InlineData("adam: { learning_rate: 0.01 }", "adamw: { learning_rate: 0.01 }")]
    [InlineData("adam: { learning_rate: 0.01 }", "sgd: { learning_rate: 0.01 }")]
    [InlineData("adam: { learning_rate: 0.01 }", "rmsprop: { learning_rate: 0.01 }")]
    [InlineData("batch: 4", "batch: 4\n    schedule: { exponential: { gamma: 0.9 } }")]
    [InlineData("batch: 4", "batch: 4\n    schedule: { cosine: { per: step } }")]
    [InlineData("batch: 4", "batch: 4\n    clip_gradients: 1")]
    [InlineData("evidence_lower_bound", "{ evidence_lower_bound: { beta: 2 } }")]
    [InlineData("evidence_lower_bound", "{ evidence_lower_bound: { beta: { warm_up: 3 } } }")]
    [InlineData("evidence_lower_bound", "{ evidence_lower_bound: { reconstruction_weight: 2 } }")]
    [InlineData("evidence_lower_bound", "{ evidence_lower_bound: { reconstruction: bce } }")]
    [InlineData("evidence_lower_bound", "{ importance_weighted: 2 }")]
    [InlineData("evidence_lower_bound", "l1")]
    [InlineData("kind: variational", "kind: { vamp_prior: 3 }")]
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
    [InlineData("size: [8, 8]", "size: [8, 8], files: ['*.png', '*.png']")]
    [InlineData("    kind: variational\\n    input: [3, 8, 8]", "    input: [3, 8, 8]\\n    kind: variational")]
    [InlineData("- relu", "- relu: {}")]
    [InlineData("- linear: [4, 4, 4]", "- linear: { features: [4, 4, 4], bias: true }")]
    [InlineData(
        "kernel: 4, stride: 2, padding: 1 }\\n      - relu",
        "kernel: [4, 4], stride: [2, 2], padding: [1, 1], dilation: 1, groups: 1, bias: true, padding_mode: zeros }\\n      - relu")]
    [InlineData("0.01", "1e-2")]
    [InlineData("0.01", "0.0100, eps: 0.00000001, beta1: .9, beta2: 9.99e-1")]
    [InlineData("0.01", "0.01, weight_decay: 0, amsgrad: false")]
    [InlineData("batch: 4", "batch: 4\\n    schedule: constant\\n    clip_gradients: none")]
    [InlineData("evidence_lower_bound", "{ evidence_lower_bound: { reconstruction: squared_error, reconstruction_weight: 1.0, beta: 1 } }")]
    [InlineData("batch: 4", "batch: 4\\n    take: all\\n    shuffle: true\\n    captures: []\\n    validation: none")]
    [InlineData("size: [8, 8]", "size: [8, 8], channels: rgb, horizontal_flip: false")]
    [InlineData("size: [8, 8]", "size: [8, 8], sha256: 3f0b68b1a8e2aa1c0b1b1d9a1c55de2f7a7a0d3c5d0a4b7f0e0c9d8b7a695847")]
    [InlineData("experiments:", "  other: { like: small, latent: 7 }\\nexperiments:")]
    [InlineData("batch: 4", "batch: 4\\n    checkpoint_every: 10\\n    checkpoints: 5")]
    public void WhatCannotChangeANumberDoesNot(string old, string replacement) =>
        Assert.Equal(HashOf(Sample.Text), HashOf(Sample.With(old, replacement)));

    [Theory]
    [InlineData("batch_norm", "eps: 1e-3", "momentum: 0.2", "affine: false", "track_running_stats: false")]
    [InlineData("layer_norm", "axes: 1", "eps: 1e-3", "affine: false", "bias: false")]
    [InlineData("group_norm", "groups: 2", "groups: 1, eps: 1e-3", "groups: 1, affine: false")]
    [InlineData(
        "max_pool", "kernel: 2", "kernel: 2, stride: 1", "kernel: 2, padding: 1", "kernel: 2, dilation: 2", "kernel: 2, ceil_mode: true")]
    [InlineData(
        "avg_pool", "kernel: 2", "kernel: 2, stride: 1", "kernel: 2, padding: 1", "kernel: 2, ceil_mode: true",
        "kernel: 2, count_include_pad: false", "kernel: 2, divisor: 3")]
    [InlineData("adaptive_avg_pool", "size: 1", "size: 2", "size: [1, 2]")]
    [InlineData("upsample", "scale: 2", "scale: 3", "size: 8", "scale: 2, mode: bilinear", "scale: 2, mode: bilinear, align_corners: true")]
    [InlineData("pad", "size: 1", "size: 2", "size: [1, 1, 1, 2]", "size: 1, mode: reflect", "size: 1, value: 1")]
    [InlineData("dropout", "p: 0.1", "p: 0.2")]
    [InlineData("elu", "alpha: 0.5", "alpha: 2")]
    [InlineData("gelu", "approximate: tanh", "approximate: none")]
    [InlineData("softplus", "beta: 2", "threshold: 2")]
    [InlineData("softmax", "dim: 1", "dim: 2")]
    public void EveryArgumentOfALayerChangesIt(string layer, params string[] arguments) =>
        Assert.Equal(
            arguments.Length,
            arguments.Select(text => HashOf(Sample.With("- relu", $"- tanh\\n      - {layer}: {{ {text} }}"))).Distinct().Count());

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
    public void ItIsTheHashOfTheseLines() =>
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(SampleLines))), HashOf(Sample.Text));

    [Theory]
    [InlineData(
        "kind: variational", "kind: { vamp_prior: 3 }",
        "kind Variational", "kind VampPrior pseudo_inputs=3")]
    [InlineData(
        "adam: { learning_rate: 0.01 }", "sgd: { learning_rate: 0.01, momentum: 0.9, nesterov: true }",
        "adam LearningRate=0.01 Beta1=0.9 Beta2=0.999 Epsilon=1e-8", "sgd LearningRate=0.01 Momentum=0.9 Nesterov=true")]
    [InlineData(
        "batch: 4", "batch: 4\\n    clip_gradients: 5\\n    schedule: { cosine: { warm_up: 2 } }",
        "loss evidence", "schedule cosine per=Epoch warm_up=2 t_max=rest eta_min=0.0\nclip_gradients 5.0\nloss evidence")]
    [InlineData(
        "loss: evidence_lower_bound", "loss: { evidence_lower_bound: { reconstruction: { huber: 0.5 }, beta: { cyclical: 4 } } }",
        "loss evidence_lower_bound",
        "loss evidence_lower_bound reconstruction=huber delta=0.5 beta=cyclical period=4 ramp=0.5 from=0.0 to=1.0")]
    public void AndOfTheseForWhatIsNotTheDefault(string old, string replacement, string oldLine, string line)
    {
        var lines = SampleLines.Replace(oldLine, line, StringComparison.Ordinal);
        Assert.NotEqual(SampleLines, lines);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines))), HashOf(Sample.With(old, replacement)));
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
