using Repro.Generators.Language;

namespace Repro.Generators.Vocabulary.Layers;

/// <summary>The hyperbolic tangent.</summary>
internal sealed record Tanh() : ElementwiseLayer("tanh")
{
    public static readonly Definition<Part> Definition = new("tanh", "The hyperbolic tangent: any → the same.", [], _ => new Tanh());

    public override string Noun => "tanh";

    public override string Spec => "tanh";

    public override OutputRange Range => OutputRange.Bounded;

    protected override string Type => "Tanh";
}
