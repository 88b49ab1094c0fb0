using Repro.Generators.Language;
using Repro.Generators.Vocabulary.Shapes;

namespace Repro.Generators.Vocabulary.Layers;

/// <summary>A convolution. Output size: ⌊(size + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1.</summary>
internal sealed record Conv(ConvArguments Arguments, PaddingMode Mode) : Layer("conv")
{
    private static readonly Key<string> ModeKey = Key.Optional(
        "padding_mode",
        PaddingMode.OfConvolutions,
        "zeros",
        "What padding adds: zeros, the image mirrored at its border, the border repeated, or the image repeated.",
        "reflect");

    public static readonly Definition<Part> Definition = new(
        "conv",
        "A convolution: feature map → ⌊(size + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1.",
        [.. ConvArguments.Keys, ModeKey],
        settings => new Conv(ConvArguments.Of(settings), PaddingMode.Named(settings.Get(ModeKey))));

    public override string Noun => "convolution";

    public override bool IsStage => true;

    public override string Details => Arguments.Details + (Mode == PaddingMode.Zeros ? "" : $", {Mode.Name} padding");

    public override string Spec => $"conv {Arguments.Spec}" + (Mode == PaddingMode.Zeros ? "" : $" padding_mode={Mode.Name}");

    public override bool HasBias => Arguments.Bias;

    public override string Module(Shape input) => "Conv2d";

    public override ShapeResult Infer(Shape input)
    {
        if (Arguments.Problem(input) is { } problem)
        {
            return problem;
        }

        if (Mode.Problem(input, Arguments.Padding) is { } unpadded)
        {
            return unpadded;
        }

        var (height, width) = (
            Steps(input.Height, Arguments.Padding.Height, Arguments.Span.Height),
            Steps(input.Width, Arguments.Padding.Width, Arguments.Span.Width));
        return height < 0 || width < 0
            ? Problems.DoesNotFit(Arguments.KernelInWords, input, Arguments.Padding)
            : Shape.Map(Arguments.Channels, (height / Arguments.Stride.Height) + 1, (width / Arguments.Stride.Width) + 1);
    }

    public override long Weights(Shape input) => Arguments.Weights(input);

    public override long Parameters(Shape input) => Arguments.Parameters(input);

    public override string Create(Shape input) =>
        $"{GlobalNames.Nn}.Conv2d({Arguments.Create(input, "", Mode == PaddingMode.Zeros ? "" : $", padding_mode: {Mode.Code}")})";

    /// <summary>How many pixels the kernel can move.</summary>
    private static long Steps(long size, long padding, long span) => size + (2 * padding) - span;
}
