using Repro.Generators.Language;

namespace Repro.Generators.Vocabulary.Layers;

/// <summary>x where x is positive, otherwise 0.</summary>
internal sealed record Relu() : ElementwiseLayer("relu")
{
    public static readonly Definition<Part> Definition = new(
        "relu", "x where x is positive, otherwise 0: any → the same.", [], _ => new Relu());

    public override string Noun => "ReLU";

    public override string Spec => "relu";

    protected override string Type => "ReLU";
}
