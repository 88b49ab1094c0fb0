using Repro.Generators.Language;
using Repro.Generators.Vocabulary.Shapes;

namespace Repro.Generators.Vocabulary.Layers;

/// <summary>A vector of features as a feature map.</summary>
internal sealed record Unflatten(Shape Output) : Layer("unflatten")
{
    private static readonly Key<Shape> ShapeKey = Key.Required(
        "shape", new ShapeValue(orFeatures: false), "The shape to view the features as.", "[256, 8, 8]");

    public static readonly Definition<Part> Definition = new(
        "unflatten",
        "A feature map of a vector: features → the shape.",
        [ShapeKey],
        settings => new Unflatten(settings.Get(ShapeKey)),
        Shorthand: ShapeKey);

    public override string Noun => $"a view as {Output}";

    public override string Spec => $"unflatten shape={Output}";

    public override OutputRange Range => OutputRange.OfInput;

    public override string Module(Shape input) => "Unflatten";

    public override ShapeResult Infer(Shape input) =>
        input.IsMap ? $"it needs features in a row, but its input is {input}; 'flatten' before it gives them"
        : input.Count != Output.Count ? Invariant($"{Output} has {Output.Count} values, but its input has {input.Count}")
        : Output;

    public override string Create(Shape input) => $"{GlobalNames.Nn}.Unflatten(1, [{string.Join(", ", Output.Dimensions)}])";
}
