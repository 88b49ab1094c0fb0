using Repro.Generators.Language;

namespace Repro.Generators.Vocabulary.Layers;

/// <summary>x · sigmoid(x), also called swish.</summary>
internal sealed record Silu() : ElementwiseLayer("silu")
{
    public static readonly Definition<Part> Definition = new(
        "silu", "x · sigmoid(x), also called swish: any → the same.", [], _ => new Silu());

    public override string Noun => "SiLU";

    public override string Spec => "silu";

    protected override string Type => "SiLU";
}
