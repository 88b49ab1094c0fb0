
namespace Repro.Generators.Tests.Emit;

/// <summary>The code of each layer, for its short and its long form.</summary>
public class LayerTests
{
    [Theory]
    [InlineData("conv: { channels: 5, kernel: 3 }", "nn.Conv2d(4, 5, kernel_size: 3)", "5 × 2 × 2")]
    [InlineData(
        "conv: { channels: 5, kernel: 3, stride: 2, padding: 1 }", "nn.Conv2d(4, 5, kernel_size: 3, stride: 2, padding: 1)", "5 × 2 × 2")]
    [InlineData("conv: { channels: 5, kernel: 4, padding: 0 }", "nn.Conv2d(4, 5, kernel_size: 4)", "5 × 1 × 1")]
    [InlineData("conv_transpose: { channels: 5, kernel: 3 }", "nn.ConvTranspose2d(4, 5, kernel_size: 3)", "5 × 6 × 6")]
    [InlineData(
        "conv_transpose: { channels: 5, kernel: 4, stride: 3, padding: 1 }",
        "nn.ConvTranspose2d(4, 5, kernel_size: 4, stride: 3, padding: 1)", "5 × 11 × 11")]
    [InlineData("linear: 7", "nn.Linear(64, 7)", "7")]
    [InlineData("linear: { features: 7 }", "nn.Linear(64, 7)", "7")]
    [InlineData("linear: [2, 3, 4]", "nn.Linear(64, 24)", "2 × 3 × 4")]
    [InlineData(
        "conv: { channels: 6, kernel: [3, 1], stride: 2, padding: [1, 0], groups: 2, bias: false }",
        "nn.Conv2d(4, 6, kernel_size: (3, 1), stride: (2, 2), padding: (1, 0), groups: 2, bias: false)", "6 × 2 × 2")]
    [InlineData(
        "conv: { channels: 5, kernel: 3, padding: 2, dilation: 2, padding_mode: circular }",
        "nn.Conv2d(4, 5, kernel_size: 3, padding: 2, dilation: 2, padding_mode: TorchSharp.PaddingModes.Circular)", "5 × 4 × 4")]
    [InlineData(
        "conv_transpose: { channels: 5, kernel: 3, stride: 2, padding: 1, output_padding: 1, dilation: 1 }",
        "nn.ConvTranspose2d(4, 5, kernel_size: 3, stride: 2, padding: 1, output_padding: 1)", "5 × 8 × 8")]
    [InlineData("linear: { features: 7, bias: false }", "nn.Linear(64, 7, hasBias: false)", "7")]
    [InlineData("layer_norm", "nn.LayerNorm([4, 4, 4])", "4 × 4 × 4")]
    [InlineData("layer_norm: { axes: 1 }", "nn.LayerNorm(4)", "4 × 4 × 4")]
    [InlineData("group_norm: 2", "nn.GroupNorm(2, 4)", "4 × 4 × 4")]
    [InlineData("dropout", "nn.Dropout(0.5)", "4 × 4 × 4")]
    [InlineData("max_pool: 2", "nn.MaxPool2d(2, stride: 2)", "4 × 2 × 2")]
    [InlineData("avg_pool: { kernel: 3, stride: 1, padding: 1 }", "nn.AvgPool2d(3, stride: 1, padding: 1)", "4 × 4 × 4")]
    [InlineData("adaptive_avg_pool: 3", "nn.AdaptiveAvgPool2d(3)", "4 × 3 × 3")]
    [InlineData("adaptive_avg_pool: [3, 2]", "nn.AdaptiveAvgPool2d((3, 2))", "4 × 3 × 2")]
    [InlineData("upsample: 1.5", "nn.Upsample(scale_factor: [1.5, 1.5], mode: UpsampleMode.Nearest)", "4 × 6 × 6")]
    [InlineData("upsample: { size: 9, mode: bilinear }", "nn.Upsample(size: [9, 9], mode: UpsampleMode.Bilinear)", "4 × 9 × 9")]
    [InlineData("flatten", "nn.Flatten()", "64")]
    [InlineData("identity", "nn.Identity()", "4 × 4 × 4")]
    [InlineData("elu", "nn.ELU(1.0)", "4 × 4 × 4")]
    [InlineData("gelu", "nn.GELU()", "4 × 4 × 4")]
    [InlineData("gelu: tanh", "nn.GELU(GELU.Approximate.tanh)", "4 × 4 × 4")]
    [InlineData("silu", "nn.SiLU()", "4 × 4 × 4")]
    [InlineData("softplus", "nn.Softplus(beta: 1.0, threshold: 20.0)", "4 × 4 × 4")]
    [InlineData("softmax", "nn.Softmax(1)", "4 × 4 × 4")]
    [InlineData("batch_norm", "nn.BatchNorm2d(4)", "4 × 4 × 4")]
    [InlineData("leaky_relu", "nn.LeakyReLU(0.01)", "4 × 4 × 4")]
    [InlineData("leaky_relu: 0.2", "nn.LeakyReLU(0.2)", "4 × 4 × 4")]
    [InlineData("leaky_relu: { slope: 1 }", "nn.LeakyReLU(1.0)", "4 × 4 × 4")]
    [InlineData("relu", "nn.ReLU()", "4 × 4 × 4")]
    [InlineData("relu:", "nn.ReLU()", "4 × 4 × 4")]
    [InlineData("sigmoid: {}", "nn.Sigmoid()", "4 × 4 × 4")]
    [InlineData("tanh", "nn.Tanh()", "4 × 4 × 4")]
    public void ALayerIsConstructedAndItsShapeIsKnown(string layer, string construction, string shape)
    {
        var result = Generation.Run(Sample.With("padding: 1 }\\n      - relu", $"padding: 1, bias: true }}\\n      - {layer}"));
        result.Reports();
        Assert.Empty(result.Problems());
        var field = $"encoder2_{layer.Split(':')[0]}";
        var lines = result.Class("Small").Split('\n').Select(line => line.Trim());
        Assert.Contains($"{field} = {construction};", lines);
        Assert.Contains(
            lines, line => line.Contains($" {field};", StringComparison.Ordinal) && line.EndsWith($"// {shape}", StringComparison.Ordinal));
    }

    [Fact]
    public void ALinearLayerFlattensItsInputAndGivesItsShape()
    {
        var code = Generation.Run(Sample.With("- relu", "- linear: [2, 3, 4]\\n      - linear: 5\\n      - linear: 6")).Class("Small");
        Assert.Contains("features = encoder2_linear.call(features.flatten(1)).view(-1, 2, 3, 4);", code, StringComparison.Ordinal);
        Assert.Contains("features = encoder3_linear.call(features.flatten(1));", code, StringComparison.Ordinal);
        Assert.Contains(
            "features = encoder4_linear.call(features);\n        OnEncoded(ref features);\n        return (mu_linear", code,
            StringComparison.Ordinal);
    }
}
