
namespace Repro.Generators.Tests.Resolution;

/// <summary>Warnings of likely mistakes, and errors for experiments that cannot train.</summary>
public class WarningTests
{
    private const string Useless = "(10,9) warning REPRO033: architectures.small.encoder.1.conv: the bias has no effect, because the "
        + "batch_norm after it subtracts the mean; write 'bias: false', or 'bias: true' to keep it";

    [Theory]
    [InlineData("- relu", "- batch_norm", Useless)]
    [InlineData("padding: 1 }\\n      - relu", "padding: 1, bias: true }\\n      - batch_norm")]
    [InlineData("padding: 1 }\\n      - relu", "padding: 1, bias: false }\\n      - batch_norm")]
    [InlineData("- relu", "- relu\\n      - batch_norm")]
    [InlineData("- relu", "- layer_norm")]
    public void ABiasBeforeBatchNormalization(string old, string replacement, params string[] expected) =>
        Generation.Run(Sample.With(old, replacement)).Reports(expected);

    [Theory]
    [InlineData("- sigmoid", "- relu", "'relu'")]
    [InlineData("      - sigmoid\\n", "", "'conv_transpose'")]
    [InlineData("- sigmoid", "- sigmoid\\n      - residual: [relu]", "'residual'")]
    [InlineData("- sigmoid", "- relu\\n      - identity", "'identity'")]
    [InlineData("- sigmoid", "- tanh", null)]
    [InlineData("- sigmoid", "- sigmoid\\n      - upsample: 2\\n      - max_pool: 2", null)]
    public void ADecoderWithoutBounds(string old, string replacement, string? last)
    {
        var result = Generation.Run(Sample.With(old, replacement));
        if (last is null)
        {
            result.Reports();
            return;
        }

        var message = Assert.Single(result.Diagnostics).GetMessage(System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(
            $"experiments.first.loss: the decoder of architecture 'small' ends with {last}, which can give any number, but "
            + "'evidence_lower_bound' compares it with pixels from 0 to 1; end it with a sigmoid",
            message);
    }

    [Theory]
    [InlineData("batch: 4", "batch: 1", "(23,12) REPRO032: experiments.first.batch: architecture 'small' has a batch_norm that needs at "
        + "least two images, but every step has one")]
    [InlineData("batch: 4", "batch: 4\\n    take: 9", "(23,12) REPRO032: experiments.first.batch: architecture 'small' has a batch_norm "
        + "that needs at least two images, but the last step of an epoch has one")]
    [InlineData("batch: 4", "batch: 4\\n    take: 8")]
    public void BatchNormalizationOfOneVector(string old, string replacement, params string[] expected) =>
        Generation.Run(
            Sample.With(old, replacement).Replace("- relu", "- flatten\n      - batch_norm", StringComparison.Ordinal)).Reports(expected);
}
