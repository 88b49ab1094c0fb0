using Repro.Generators.Common;
using Repro.Generators.Language;

namespace Repro.Generators.Vocabulary.Layers;

/// <summary>x where x is positive, otherwise alpha · (exp(x) − 1).</summary>
internal sealed record Elu(decimal Alpha) : ElementwiseLayer("elu")
{
    private static readonly Key<decimal> AlphaKey = Key.Optional(
        "alpha", Ranges.NotNegative, "1", "The factor of the negative part.", "0.5");

    public static readonly Definition<Part> Definition = new(
        "elu",
        "x where x is positive, otherwise alpha · (exp(x) − 1): any → the same.",
        [AlphaKey],
        settings => new Elu(settings.Get(AlphaKey)),
        Shorthand: AlphaKey);

    public override string Noun => $"ELU (alpha {Alpha.Canonical()})";

    public override string Spec => $"elu alpha={Alpha.Canonical()}";

    protected override string Type => "ELU";

    protected override string Arguments => Alpha.Canonical();
}
