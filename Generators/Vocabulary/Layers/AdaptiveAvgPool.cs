using Repro.Generators.Language;
using Repro.Generators.Vocabulary.Shapes;

namespace Repro.Generators.Vocabulary.Layers;

/// <summary>The means of windows that cover the image, one for each output pixel.</summary>
internal sealed record AdaptiveAvgPool(Extent Size) : Layer("adaptive_avg_pool")
{
    private static readonly Key<Extent> SizeKey = Key.Required("size", Extents.Sizes, "Height and width of the output.", "1");

    public static readonly Definition<Part> Definition = new(
        "adaptive_avg_pool",
        "The means of windows that cover the feature map: feature map → channels × size.",
        [SizeKey],
        settings => new AdaptiveAvgPool(settings.Get(SizeKey)),
        Shorthand: SizeKey);

    public override string Noun => $"adaptive average pooling to {new Extent(Size.Height, Size.Width)}";

    public override string Spec => $"adaptive_avg_pool size={Size}";

    public override OutputRange Range => OutputRange.OfInput;

    public override string Module(Shape input) => "AdaptiveAvgPool2d";

    public override ShapeResult Infer(Shape input) =>
        input.IsMap ? Shape.Map(input.Channels, Size.Height, Size.Width) : Problems.NeedsMap(input);

    public override string Create(Shape input) => $"{GlobalNames.Nn}.AdaptiveAvgPool2d({Size.Code(Size.IsSquare)})";
}
