using Repro.Generators.Language;
using Repro.Generators.Shapes;

namespace Repro.Generators.Layers;

/// <summary>A transposed convolution. Output size: (size − 1)·stride − 2·padding + kernel.</summary>
internal sealed record ConvTranspose(ConvArguments Arguments) : Layer("conv_transpose")
{
    public static readonly Definition<Layer> Definition = new(
        "conv_transpose",
        "A transposed convolution: feature map → (size − 1)·stride − 2·padding + kernel.",
        ConvArguments.Keys,
        settings => new ConvTranspose(ConvArguments.Of(settings)));

    public override string Module => "ConvTranspose2d";

    public override string Noun => "transposed convolution";

    public override bool IsStage => true;

    public override string Details => Arguments.Details;

    public override string Spec => $"conv_transpose {Arguments.Spec}";

    public override ShapeResult Infer(Shape input)
    {
        if (!input.IsMap)
        {
            return Problems.NeedsMap(input);
        }

        var (height, width) = (Output(input.Height), Output(input.Width));
        return height < 1 || width < 1
            ? Invariant($"padding {Arguments.Padding} leaves nothing of {input}; kernel {Arguments.Kernel}, stride {Arguments.Stride}")
            : Shape.Map(Arguments.Channels, height, width);
    }

    public override long Weights(Shape input) => Arguments.Weights(input);

    public override string Create(Shape input) => $"nn.ConvTranspose2d({Arguments.Create(input)})";

    private long Output(long size) => ((size - 1) * Arguments.Stride) - (2 * Arguments.Padding) + Arguments.Kernel;
}
