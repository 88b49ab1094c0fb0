using Repro.Generators.Language;
using Repro.Generators.Shapes;

namespace Repro.Generators.Layers;

/// <summary>A convolution. Output size: ⌊(size + 2·padding − kernel) / stride⌋ + 1.</summary>
internal sealed record Conv(ConvArguments Arguments) : Layer("conv")
{
    public static readonly Definition<Layer> Definition = new(
        "conv",
        "A convolution: feature map → ⌊(size + 2·padding − kernel) / stride⌋ + 1.",
        ConvArguments.Keys,
        settings => new Conv(ConvArguments.Of(settings)));

    public override string Module => "Conv2d";

    public override string Noun => "convolution";

    public override bool IsStage => true;

    public override string Details => Arguments.Details;

    public override string Spec => $"conv {Arguments.Spec}";

    public override ShapeResult Infer(Shape input)
    {
        if (!input.IsMap)
        {
            return Problems.NeedsMap(input);
        }

        var (height, width) = (Steps(input.Height), Steps(input.Width));
        return height < 0 || width < 0
            ? Invariant($"kernel {Arguments.Kernel} does not fit {input}") + (Arguments.Padding == 0 ? "" : Invariant($" with padding {Arguments.Padding}"))
            : Shape.Map(Arguments.Channels, height / Arguments.Stride + 1, width / Arguments.Stride + 1);
    }

    public override long Weights(Shape input) => Arguments.Weights(input);

    public override string Create(Shape input) => $"nn.Conv2d({Arguments.Create(input)})";

    /// <summary>How far the kernel can move.</summary>
    private long Steps(long size) => size + (2 * Arguments.Padding) - Arguments.Kernel;
}
