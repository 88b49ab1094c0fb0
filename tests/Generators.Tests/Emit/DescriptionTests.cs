using System.Text.RegularExpressions;

namespace Repro.Generators.Tests.Emit;

/// <summary>Descriptions of layers in words.</summary>
public partial class DescriptionTests
{
    [Theory]
    [InlineData("a convolution 3→4, kernel 4, stride 2, padding 1, followed by ReLU")]
    [InlineData("a linear layer to 5, followed by tanh", "linear: 5", "tanh")]
    [InlineData("ReLU; a linear layer to 5", "relu", "linear: 5")]
    [InlineData("two linear layers to 6 and 5, each followed by ReLU", "linear: 6", "relu", "linear: 5", "relu")]
    [InlineData("a linear layer to 6; a linear layer to 5, followed by ReLU", "linear: 6", "linear: 5", "relu")]
    [InlineData("three linear layers to 7, 6 and 5; ReLU at the end", "linear: 7", "linear: 6", "linear: 5", "relu")]
    [InlineData(
        "three linear layers to 7, 6 and 5, each but the last followed by ReLU", "linear: 7", "relu", "linear: 6", "relu", "linear: 5")]
    [InlineData(
        "two convolutions 3→4→5, kernel 2, stride 1, padding 0; a convolution 5→6, kernel 3, stride 1, padding 0, followed by batch "
        + "normalization, LeakyReLU (slope 0.01) and sigmoid",
        "conv: { channels: 4, kernel: 2 }",
        "conv: { channels: 5, kernel: 2 }",
        "conv: { channels: 6, kernel: 3, bias: true }",
        "batch_norm",
        "leaky_relu",
        "sigmoid")]
    [InlineData(
        "two residual blocks 3→3→3, of a convolution 3→3, kernel 1, stride 1, padding 0, followed by ReLU, each followed by max pooling "
        + "(kernel 2, stride 2)",
        "repeat: { times: 2, layers: [{ residual: [{ conv: { channels: 3, kernel: 1 } }, relu] }, { max_pool: 2 }] }")]
    [InlineData(
        "a residual block 3→4, of a convolution 3→4, kernel 1, stride 1, padding 0, beside a convolution 3→4, kernel 1, stride 1, "
        + "padding 0, no bias",
        "residual: { layers: [{ conv: { channels: 4, kernel: 1 } }], shortcut: [{ conv: { channels: 4, kernel: 1, bias: false } }] }")]
    public void AnEncoderReadsLikeThis(string expected, params string[] layers)
    {
        var encoder = string.Concat(layers.Select(layer => $"      - {layer}\n"));
        var yaml = layers.Length == 0
            ? Sample.Text
            : Sample.With("      - conv: { channels: 4, kernel: 4, stride: 2, padding: 1 }\\n      - relu\\n", encoder);
        var result = Generation.Run(yaml);
        result.Reports();
        var text = LineBreak().Replace(result.Class("Small"), " ");
        Assert.Contains(
            $"<para>Encoder: {expected}; two linear layers to mean and log-variance of 2 latent dimensions.</para>", text,
            StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\n\s*/// ")]
    private static partial Regex LineBreak();
}
