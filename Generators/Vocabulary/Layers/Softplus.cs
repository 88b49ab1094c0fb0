using Repro.Generators.Common;
using Repro.Generators.Language;

namespace Repro.Generators.Vocabulary.Layers;

/// <summary>ln(1 + exp(beta · x)) / beta, and x itself where beta · x is above the threshold.</summary>
internal sealed record Softplus(decimal Beta, decimal Threshold) : ElementwiseLayer("softplus")
{
    private static readonly Key<decimal> BetaKey = Key.Optional("beta", Ranges.Positive, "1", "How sharp the bend at 0 is.", "2");

    private static readonly Key<decimal> ThresholdKey = Key.Optional(
        "threshold", Ranges.NotNegative, "20", "The output is x itself where beta · x is above it.", "30");

    public static readonly Definition<Part> Definition = new(
        "softplus",
        "ln(1 + exp(beta · x)) / beta: any → the same.",
        [BetaKey, ThresholdKey],
        settings => new Softplus(settings.Get(BetaKey), settings.Get(ThresholdKey)));

    public override string Noun => $"softplus (beta {Beta.Canonical()}, threshold {Threshold.Canonical()})";

    public override string Spec => $"softplus beta={Beta.Canonical()} threshold={Threshold.Canonical()}";

    protected override string Type => "Softplus";

    protected override string Arguments => $"beta: {Beta.Canonical()}, threshold: {Threshold.Canonical()}";
}
