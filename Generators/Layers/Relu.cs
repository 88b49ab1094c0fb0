using Repro.Generators.Language;
using Repro.Generators.Shapes;

namespace Repro.Generators.Layers;

/// <summary>x where x is positive, otherwise 0.</summary>
internal sealed record Relu() : Layer("relu")
{
    public static readonly Definition<Layer> Definition = new("relu", "x where x is positive, otherwise 0: any → the same.", [], _ => new Relu());

    public override string Module => "ReLU";

    public override string Noun => "ReLU";

    public override string Spec => "relu";

    public override ShapeResult Infer(Shape input) => input;

    public override string Create(Shape input) => "nn.ReLU()";
}
