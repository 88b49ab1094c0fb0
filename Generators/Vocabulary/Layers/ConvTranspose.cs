using Repro.Generators.Language;
using Repro.Generators.Vocabulary.Shapes;

namespace Repro.Generators.Vocabulary.Layers;

/// <summary>
/// A transposed convolution. Output size: (size − 1)·stride − 2·padding + dilation·(kernel − 1) + output_padding + 1. The output padding is
/// one number, because TorchSharp uses the same in both directions.
/// </summary>
internal sealed record ConvTranspose(ConvArguments Arguments, long OutputPadding) : Layer("conv_transpose")
{
    private static readonly Key<long> OutputPaddingKey = Key.Optional(
        "output_padding",
        Ranges.Padding,
        "0",
        "Rows and columns added at the bottom and at the right of the output; less than the stride or the dilation.",
        "1");

    public static readonly Definition<Part> Definition = new(
        "conv_transpose",
        "A transposed convolution: feature map → (size − 1)·stride − 2·padding + dilation·(kernel − 1) + output_padding + 1.",
        [.. ConvArguments.Keys, OutputPaddingKey],
        settings => new ConvTranspose(ConvArguments.Of(settings), settings.Get(OutputPaddingKey)));

    public override string Noun => "transposed convolution";

    public override bool IsStage => true;

    public override string Details => Arguments.Details + (OutputPadding == 0 ? "" : Invariant($", output padding {OutputPadding}"));

    public override string Spec =>
        $"conv_transpose {Arguments.Spec}" + (OutputPadding == 0 ? "" : Invariant($" output_padding={OutputPadding}"));

    public override bool HasBias => Arguments.Bias;

    public override string Module(Shape input) => "ConvTranspose2d";

    public override ShapeResult Infer(Shape input)
    {
        if (Arguments.Problem(input) is { } problem)
        {
            return problem;
        }

        if (!IsSmall(Arguments.Stride.Height, Arguments.Dilation.Height) || !IsSmall(Arguments.Stride.Width, Arguments.Dilation.Width))
        {
            return Invariant($"output_padding {OutputPadding} must be less than the stride or the dilation; stride {Arguments.Stride}, ")
                + Invariant($"dilation {Arguments.Dilation}");
        }

        var (height, width) = (
            Output(input.Height, Arguments.Stride.Height, Arguments.Padding.Height, Arguments.Span.Height),
            Output(input.Width, Arguments.Stride.Width, Arguments.Padding.Width, Arguments.Span.Width));
        return height < 1 || width < 1
            ? Invariant($"padding {Arguments.Padding} leaves nothing of {input.Area}; kernel {Arguments.Kernel}, stride {Arguments.Stride}")
            : Shape.Map(Arguments.Channels, height, width);
    }

    public override long Weights(Shape input) => Arguments.Weights(input);

    public override long Parameters(Shape input) => Arguments.Parameters(input);

    public override string Create(Shape input)
    {
        var outputPadding = OutputPadding == 0 ? "" : $", output_padding: {Arguments.Code(OutputPadding)}";
        return $"{GlobalNames.Nn}.ConvTranspose2d({Arguments.Create(input, outputPadding, "")})";
    }

    private bool IsSmall(long stride, long dilation) => OutputPadding < stride || OutputPadding < dilation;

    private long Output(long size, long stride, long padding, long span) => ((size - 1) * stride) - (2 * padding) + span + OutputPadding;
}
