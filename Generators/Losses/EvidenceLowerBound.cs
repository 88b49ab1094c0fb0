using Repro.Generators.Common;

namespace Repro.Generators.Losses;

/// <summary>Equation 4 of the paper: squared error plus the divergence of the latent distribution from the standard normal.</summary>
internal sealed record EvidenceLowerBound() : Loss("evidence_lower_bound")
{
    public override string Noun => "the evidence lower bound";

    public override bool NeedsVariational => true;

    public override EquatableArray<string> Statements => new(
    [
        "var reconstruction = Losses.SquaredError(result.reconstruction, images);",
        "var divergence = Losses.KullbackLeiblerDivergence(result.mu, result.logvar);",
        "return new(reconstruction + divergence, new(\"reconstruction\", reconstruction), new(\"kl divergence\", divergence));",
    ]);
}
