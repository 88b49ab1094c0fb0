using Repro.Generators.Language;

namespace Repro.Generators.Vocabulary.Layers;

/// <summary>1 / (1 + exp(−x)).</summary>
internal sealed record Sigmoid() : ElementwiseLayer("sigmoid")
{
    public static readonly Definition<Part> Definition = new("sigmoid", "1 / (1 + exp(−x)): any → the same.", [], _ => new Sigmoid());

    public override string Noun => "sigmoid";

    public override string Spec => "sigmoid";

    public override OutputRange Range => OutputRange.Bounded;

    protected override string Type => "Sigmoid";
}
