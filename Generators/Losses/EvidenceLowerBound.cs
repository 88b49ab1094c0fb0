using Repro.Generators.Common;
using Repro.Generators.Language;

namespace Repro.Generators.Losses;

/// <summary>Equation 4 of the paper: squared error plus the divergence of the latent distribution from the standard normal.</summary>
internal sealed record EvidenceLowerBound() : Loss("evidence_lower_bound")
{
    public static readonly Definition<Loss> Definition = new(
        "evidence_lower_bound",
        "Squared error, summed over an image and averaged over the batch, plus the Kullback-Leibler divergence of the latent distribution from the standard normal; needs a variational architecture.",
        [],
        _ => new EvidenceLowerBound());

    public override string Noun => "the evidence lower bound";

    public override bool NeedsVariational => true;

    public override EquatableArray<string> Statements => new(
    [
        "var reconstruction = Losses.SquaredError(result.reconstruction, images);",
        "var divergence = Losses.KullbackLeiblerDivergence(result.mu, result.logvar);",
        "return new(reconstruction + divergence, new(\"reconstruction\", reconstruction), new(\"kl divergence\", divergence));",
    ]);
}
