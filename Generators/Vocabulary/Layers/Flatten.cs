using Repro.Generators.Language;
using Repro.Generators.Vocabulary.Shapes;

namespace Repro.Generators.Vocabulary.Layers;

/// <summary>A feature map as a vector of features: channel by channel, row by row.</summary>
internal sealed record Flatten() : Layer("flatten")
{
    public static readonly Definition<Part> Definition = new(
        "flatten", "A vector of the values, channel by channel, row by row: any → features.", [], _ => new Flatten());

    public override string Noun => "flattening";

    public override string Spec => "flatten";

    public override OutputRange Range => OutputRange.OfInput;

    public override string Module(Shape input) => "Flatten";

    public override ShapeResult Infer(Shape input) => Shape.Vector(input.Count);

    public override string Create(Shape input) => $"{GlobalNames.Nn}.Flatten()";
}
