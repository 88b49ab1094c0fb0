using Repro.Generators.Language;
using Repro.Generators.Shapes;

namespace Repro.Generators.Layers;

/// <summary>The hyperbolic tangent.</summary>
internal sealed record Tanh() : Layer("tanh")
{
    public static readonly Definition<Layer> Definition = new("tanh", "The hyperbolic tangent: any → the same.", [], _ => new Tanh());

    public override string Module => "Tanh";

    public override string Noun => "tanh";

    public override string Spec => "tanh";

    public override ShapeResult Infer(Shape input) => input;

    public override string Create(Shape input) => "nn.Tanh()";
}
