namespace Repro.Generators.Tests.Emit;

/// <summary>The code of each layer, in its short and its long form.</summary>
public class LayerTests
{
    [Theory]
    [InlineData("conv: { channels: 5, kernel: 3 }", "nn.Conv2d(4, 5, kernel_size: 3)", "5 × 2 × 2")]
    [InlineData("conv: { channels: 5, kernel: 3, stride: 2, padding: 1 }", "nn.Conv2d(4, 5, kernel_size: 3, stride: 2, padding: 1)", "5 × 2 × 2")]
    [InlineData("conv: { channels: 5, kernel: 4, padding: 0 }", "nn.Conv2d(4, 5, kernel_size: 4)", "5 × 1 × 1")]
    [InlineData("conv_transpose: { channels: 5, kernel: 3 }", "nn.ConvTranspose2d(4, 5, kernel_size: 3)", "5 × 6 × 6")]
    [InlineData("conv_transpose: { channels: 5, kernel: 4, stride: 3, padding: 1 }", "nn.ConvTranspose2d(4, 5, kernel_size: 4, stride: 3, padding: 1)", "5 × 11 × 11")]
    [InlineData("linear: 7", "nn.Linear(64, 7)", "7")]
    [InlineData("linear: { features: 7 }", "nn.Linear(64, 7)", "7")]
    [InlineData("linear: [2, 3, 4]", "nn.Linear(64, 24)", "2 × 3 × 4")]
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
        var result = Generation.Run(Sample.With("- relu", $"- {layer}"));
        result.Reports();
        Assert.Empty(result.Problems());
        var field = $"encoder2_{layer.Split(':')[0]}";
        var lines = result.Class("Small").Split('\n').Select(line => line.Trim());
        Assert.Contains($"{field} = {construction};", lines);
        Assert.Contains(lines, line => line.Contains($" {field};", StringComparison.Ordinal) && line.EndsWith($"// {shape}", StringComparison.Ordinal));
    }

    [Fact]
    public void ALinearLayerFlattensItsInputAndGivesItsShape()
    {
        var code = Generation.Run(Sample.With("- relu", "- linear: [2, 3, 4]\\n      - linear: 5\\n      - linear: 6")).Class("Small");
        Assert.Contains("features = encoder2_linear.call(features.flatten(1)).view(-1, 2, 3, 4);", code, StringComparison.Ordinal);
        Assert.Contains("features = encoder3_linear.call(features.flatten(1));", code, StringComparison.Ordinal);
        Assert.Contains("features = encoder4_linear.call(features);\n        return (mu_linear", code, StringComparison.Ordinal);
    }
}
