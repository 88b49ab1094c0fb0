using Repro.Generators.Language;
using Repro.Generators.Language.Values;

namespace Repro.Generators.Vocabulary.Layers;

/// <summary>x · Φ(x), where Φ is the distribution function of the standard normal, exact or approximated by tanh.</summary>
internal sealed record Gelu(string Approximate) : ElementwiseLayer("gelu")
{
    private static readonly Key<string> ApproximateKey = Key.Optional(
        "approximate", new OneOf("none", "tanh"), "none", "Whether Φ is exact or approximated by tanh.", "tanh");

    public static readonly Definition<Part> Definition = new(
        "gelu",
        "x · Φ(x), where Φ is the distribution function of the standard normal: any → the same.",
        [ApproximateKey],
        settings => new Gelu(settings.Get(ApproximateKey)),
        Shorthand: ApproximateKey);

    public override string Noun => Approximate == "none" ? "GELU" : "GELU (approximated by tanh)";

    public override string Spec => $"gelu approximate={Approximate}";

    protected override string Type => "GELU";

    protected override string Arguments => Approximate == "none" ? "" : $"{GlobalNames.Modules}.GELU.Approximate.{Approximate}";
}
