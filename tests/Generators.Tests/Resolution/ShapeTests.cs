
namespace Repro.Generators.Tests.Resolution;

/// <summary>Shapes that do not fit.</summary>
public class ShapeTests
{
    [Theory]
    [InlineData(
        "- relu",
        "- conv: { channels: 4, kernel: 5 }",
        "(11,9) REPRO012: architectures.small.encoder.2.conv: kernel 5 does not fit 4 × 4. Shapes: input 3 × 8 × 8, conv 4 × 4 × 4")]
    [InlineData(
        "- relu",
        "- conv: { channels: 4, kernel: 9, padding: 2 }",
        "(11,9) REPRO012: architectures.small.encoder.2.conv: kernel 9 does not fit 4 × 4 with padding 2. Shapes: input 3 × 8 × 8, conv "
        + "4 × 4 × 4")]
    [InlineData(
        "- relu",
        "- conv_transpose: { channels: 4, kernel: 2, padding: 3 }",
        "(11,9) REPRO012: architectures.small.encoder.2.conv_transpose: padding 3 leaves nothing of 4 × 4; kernel 2, stride 1. Shapes: "
        + "input 3 × 8 × 8, conv 4 × 4 × 4")]
    [InlineData(
        "- linear: [4, 4, 4]",
        "- linear: 64",
        "(14,9) REPRO012: architectures.small.decoder.2.conv_transpose: it needs channels × height × width, but its input is 64; a "
        + "'linear: [channels, height, width]' before it gives such a shape. Shapes: latent 2, linear 64")]
    [InlineData(
        "- linear: [4, 4, 4]",
        "- batch_norm",
        "(14,9) REPRO012: architectures.small.decoder.2.conv_transpose: it needs channels × height × width, but its input is 2; a "
        + "'linear: [channels, height, width]' before it gives such a shape. Shapes: latent 2, batch_norm 2")]
    [InlineData(
        "- linear: [4, 4, 4]",
        "- linear: [4, 5, 4]",
        "(15,9) REPRO013: architectures.small.decoder.3.sigmoid: the decoder gives 3 × 10 × 8, but the input is 3 × 8 × 8. Shapes: "
        + "latent 2, linear 4 × 5 × 4, conv_transpose 3 × 10 × 8, sigmoid 3 × 10 × 8")]
    [InlineData(
        "- sigmoid",
        "- sigmoid\\n      - conv: { channels: 1, kernel: 1 }",
        "(16,9) REPRO013: architectures.small.decoder.4.conv: the decoder gives 1 × 8 × 8, but the input is 3 × 8 × 8. Shapes: latent "
        + "2, linear 4 × 4 × 4, conv_transpose 3 × 8 × 8, sigmoid 3 × 8 × 8, conv 1 × 8 × 8")]
    [InlineData(
        "- relu",
        "- linear: [65536, 65536, 65536]",
        "(11,9) REPRO012: architectures.small.encoder.2.linear: its output 65536 × 65536 × 65536 has more than 2147483647 values. "
        + "Shapes: input 3 × 8 × 8, conv 4 × 4 × 4")]
    [InlineData(
        "- relu",
        "- linear: [1024, 1024, 1024]",
        "(11,9) REPRO012: architectures.small.encoder.2.linear: with input 4 × 4 × 4 and output 1024 × 1024 × 1024 it would have more "
        + "than 2147483647 weights. Shapes: input 3 × 8 × 8, conv 4 × 4 × 4")]
    [InlineData(
        "latent: 2\\n    encoder:\\n      - conv: { channels: 4, kernel: 4, stride: 2, padding: 1 }\\n      - relu",
        "latent: 60000\\n    encoder:\\n      - linear: [4, 100, 100]",
        "(5,3) REPRO012: architectures.small: linear layer to the latent vector: with input 4 × 100 × 100 and output 60000 it would "
        + "have more than 2147483647 weights. Shapes: features 4 × 100 × 100")]
    [InlineData(
        "experiments:",
        "  wide: { like: small, input: [3, 2, 2] }\\nexperiments:",
        "(16,3) REPRO013: architectures.wide.decoder.3.sigmoid: the decoder gives 3 × 8 × 8, but the input is 3 × 2 × 2. Shapes: latent "
        + "2, linear 4 × 4 × 4, conv_transpose 3 × 8 × 8, sigmoid 3 × 8 × 8",
        "(16,3) warning REPRO044: architectures.wide: no experiment uses this architecture")]
    [InlineData(
        "experiments:",
        "  wide: { like: small, input: [3, 1, 1] }\\nexperiments:",
        "(16,3) REPRO012: architectures.wide.encoder.1.conv: kernel 4 does not fit 1 × 1 with padding 1. Shapes: input 3 × 1 × 1",
        "(16,3) REPRO013: architectures.wide.decoder.3.sigmoid: the decoder gives 3 × 8 × 8, but the input is 3 × 1 × 1. Shapes: latent "
        + "2, linear 4 × 4 × 4, conv_transpose 3 × 8 × 8, sigmoid 3 × 8 × 8",
        "(16,3) warning REPRO044: architectures.wide: no experiment uses this architecture")]
    [InlineData(
        "architectures:\\n  small:\\n    kind: variational\\n    input: [3, 8, 8]",
        "architectures:\\n  heir: { like: small, latent: 3 }\\n  small:\\n    kind: variational\\n    input: [3, 9, 8]",
        "(5,3) warning REPRO044: architectures.heir: no experiment uses this architecture",
        "(16,9) REPRO013: architectures.small.decoder.3.sigmoid: the decoder gives 3 × 8 × 8, but the input is 3 × 9 × 8. Shapes: "
        + "latent 2, linear 4 × 4 × 4, conv_transpose 3 × 8 × 8, sigmoid 3 × 8 × 8")]
    [InlineData(
        "size: [8, 8]",
        "size: [9, 8]",
        "(19,11) REPRO014: experiments.first.data: architecture 'small' takes 3 × 8 × 8, but the images of 'dots' are 3 × 8 × 9")]
    [InlineData(
        "input: [3, 8, 8]",
        "input: [1, 8, 8]",
        "(15,9) REPRO013: architectures.small.decoder.3.sigmoid: the decoder gives 3 × 8 × 8, but the input is 1 × 8 × 8. Shapes: "
        + "latent 2, linear 4 × 4 × 4, conv_transpose 3 × 8 × 8, sigmoid 3 × 8 × 8")]
    public void AMistakeIsReportedWhereItStands(string old, string replacement, params string[] expected) =>
        Generation.Run(Sample.With(old, replacement)).Reports(expected);
}
