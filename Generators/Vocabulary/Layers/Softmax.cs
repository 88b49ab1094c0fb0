using Repro.Generators.Language;
using Repro.Generators.Vocabulary.Shapes;

namespace Repro.Generators.Vocabulary.Layers;

/// <summary>exp(x) / Σ exp(x) along an axis: 1 for channels or features, 2 for rows, 3 for columns.</summary>
internal sealed record Softmax(long Dim) : Layer("softmax")
{
    private static readonly Key<long> DimKey = Key.Optional(
        "dim", Ranges.Axis, "1", "The axis: 1 for channels or features, 2 for rows, 3 for columns.", "2");

    public static readonly Definition<Part> Definition = new(
        "softmax",
        "exp(x) / Σ exp(x) along an axis: any → the same.",
        [DimKey],
        settings => new Softmax(settings.Get(DimKey)),
        Shorthand: DimKey);

    public override string Noun => Invariant($"softmax (axis {Dim})");

    public override string Spec => Invariant($"softmax dim={Dim}");

    public override OutputRange Range => OutputRange.Bounded;

    public override string Module(Shape input) => "Softmax";

    public override ShapeResult Infer(Shape input) =>
        Dim <= input.Dimensions.Count ? input : Invariant($"its input {input} has no axis {Dim}, since axes count from 1");

    public override string Create(Shape input) => Invariant($"{GlobalNames.Nn}.Softmax({Dim})");
}
