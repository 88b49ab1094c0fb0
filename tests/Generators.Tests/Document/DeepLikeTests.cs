
namespace Repro.Generators.Tests.Document;

/// <summary>The key <c>like</c> with overrides of nested keys.</summary>
public class DeepLikeTests
{
    [Fact]
    public void ASettingOfTheSameOptimizerIsReplacedAlone()
    {
        var second = Run("  second: { like: first, optimizer: { adam: { beta1: 0.5 } } }\n").Class("Second");
        Assert.Contains("LearningRate = 0.01;", second, StringComparison.Ordinal);
        Assert.Contains("Beta1 = 0.5;", second, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2: { leaky_relu: 0.3 }", "encoder2_leaky_relu = nn.LeakyReLU(0.3);")]
    [InlineData("2: tanh", "encoder2_tanh = nn.Tanh();")]
    [InlineData("1: { conv: { channels: 6 } }", "encoder1_conv = nn.Conv2d(3, 6, kernel_size: 4, stride: 2, padding: 1")]
    [InlineData("1: { conv: { channels: 6, kernel: 2, padding: 0 } }, 2: sigmoid", "encoder2_sigmoid = nn.Sigmoid();")]
    public void ALayerIsReplacedByItsNumberOrAnArgumentOfItAlone(string overrides, string code)
    {
        var wide = Run(
            "  second: { like: first, architecture: wide }\n", $"  wide: {{ like: small, encoder: {{ {overrides} }} }}\n").Class("Wide");
        Assert.Contains(code, wide, StringComparison.Ordinal);
    }

    [Fact]
    public void AShorthandIsOverriddenLikeWhatItStandsFor()
    {
        var architectures = "  middle: { like: small, encoder: { 2: { leaky_relu: 0.3 } } }\n  wide: { like: middle, encoder: { 2: { "
            + "leaky_relu: { slope: 0.4 } } } }\n";
        Assert.Contains(
            "nn.LeakyReLU(0.4);", Run("  second: { like: first, architecture: wide }\n", architectures).Class("Wide"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void AListReplacesTheWholeList()
    {
        var wide = Run("  second: { like: first, architecture: wide }\n", "  wide: { like: small, encoder: [tanh] }\n").Class("Wide");
        Assert.DoesNotContain(
            "conv.call(features", wide[..wide.IndexOf("public Tensor decode", StringComparison.Ordinal)], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "{ 3: relu }",
        "(16,35) REPRO006: architectures.wide.encoder.3: must be a list of layers, or the number of a layer in the list of an entry "
        + "that this one is like, but is 3")]
    [InlineData(
        "{ 0: relu, first: relu }",
        "(16,35) REPRO006: architectures.wide.encoder.0: must be a list of layers, or the number of a layer in the list of an entry "
        + "that this one is like, but is 0",
        "(16,44) REPRO006: architectures.wide.encoder.first: must be a list of layers, or the number of a layer in the list of an entry "
        + "that this one is like, but is the text 'first'")]
    [InlineData(
        "{ 2: rleu }",
        "(16,38) REPRO008: architectures.wide.encoder.2: there is no layer 'rleu'. Did you mean 'relu'?")]
    [InlineData(
        "{ 1: { conv: { chanels: 6 } } }",
        "(16,48) REPRO003: architectures.wide.encoder.1.conv.chanels: there is no such key. Did you mean 'channels'?")]
    [InlineData(
        "{ 1: { conv: { kernel: 12 } } }",
        "(16,40) REPRO012: architectures.wide.encoder.1.conv: kernel 12 does not fit 8 × 8 with padding 1. Shapes: input 3 × 8 × 8")]
    public void AMistakeIsReportedWhereItStands(string encoder, params string[] expected) =>
        Generation.Run(Sample.With(
            "experiments:",
            $"  wide: {{ like: small, encoder: {encoder} }}\\nexperiments:") + "  second: { like: first, architecture: wide }\n")
            .Reports(expected);

    [Fact]
    public void AnInheritedLayerThatNoLongerFitsIsReportedAtTheHeir() =>
        Generation.Run(Sample.With(
            "experiments:",
            "  wide: { like: small, decoder: { 1: { linear: 64 } } }\\nexperiments:") + "  second: { like: first, architecture: wide }\n")
            .Reports("(16,3) REPRO012: architectures.wide.decoder.2.conv_transpose: it needs channels × height × width, but its input "
                + "is 64; a 'linear: [channels, height, width]' before it gives such a shape. Shapes: latent 2, linear 64");

    private static Microsoft.CodeAnalysis.GeneratorRunResult Run(string experiments, string architectures = "")
    {
        var result = Generation.Run(
            Sample.Text.Replace("experiments:", $"{architectures}experiments:", StringComparison.Ordinal) + experiments);
        result.Reports();
        Assert.Empty(result.Problems());
        return result;
    }
}
