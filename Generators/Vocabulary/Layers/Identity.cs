using Repro.Generators.Language;

namespace Repro.Generators.Vocabulary.Layers;

/// <summary>Returns its input. It gives a place in the model a name.</summary>
internal sealed record Identity() : ElementwiseLayer("identity")
{
    public static readonly Definition<Part> Definition = new("identity", "The input itself: any → the same.", [], _ => new Identity());

    public override string Noun => "identity";

    public override string Spec => "identity";

    public override OutputRange Range => OutputRange.OfInput;

    protected override string Type => "Identity";
}
