using Repro.Generators.Language;
using Repro.Generators.Shapes;

namespace Repro.Generators.Layers;

/// <summary>1 / (1 + exp(−x)).</summary>
internal sealed record Sigmoid() : Layer("sigmoid")
{
    public static readonly Definition<Layer> Definition = new("sigmoid", "1 / (1 + exp(−x)): any → the same.", [], _ => new Sigmoid());

    public override string Module => "Sigmoid";

    public override string Noun => "sigmoid";

    public override string Spec => "sigmoid";

    public override ShapeResult Infer(Shape input) => input;

    public override string Create(Shape input) => "nn.Sigmoid()";
}
