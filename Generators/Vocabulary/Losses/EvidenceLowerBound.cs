using Repro.Generators.Common;
using Repro.Generators.Language;
using Repro.Generators.Vocabulary.Kinds;

namespace Repro.Generators.Vocabulary.Losses;

/// <summary>
/// A reconstruction error plus the divergence of the latent distribution from the prior: equation 4 of the paper, and with a beta other
/// than 1 the loss of the β-VAE.
/// </summary>
internal sealed record EvidenceLowerBound(ReconstructionError Error, Weight ErrorWeight, Weight Beta) : Loss("evidence_lower_bound", Error)
{
    private const string ErrorMember = "ReconstructionWeight";

    private const string BetaMember = "DivergenceWeight";

    private static readonly Key<Weight> ErrorWeightKey = Key.Optional(
        "reconstruction_weight", new WeightValue(), "1", "The weight of the reconstruction error.", "0.5");

    private static readonly Key<Weight> BetaKey = Key.Optional(
        "beta", new WeightValue(), "1", "The weight of the divergence; other than 1 it makes a β-VAE (Higgins et al., 2017).", "4");

    public static readonly Definition<Loss> Definition = new(
        "evidence_lower_bound",
        "Reconstruction error plus the Kullback-Leibler divergence of the latent distribution from the prior, averaged over the batch; "
        + "needs a variational architecture.",
        [ReconstructionErrors.Term, ErrorWeightKey, BetaKey],
        settings => new EvidenceLowerBound(settings.Get(ReconstructionErrors.Term), settings.Get(ErrorWeightKey), settings.Get(BetaKey)))
    {
        Members = [ErrorMember, BetaMember],
    };

    public override string Noun =>
        "the evidence lower bound"
        + (ReconstructionErrors.IsDefault(Error) && ErrorWeight.IsOne && Beta.IsOne ? "" : $" of {Error.Noun}{ErrorWeight.Noun} and the "
            + $"divergence{Beta.Noun}");

    public override string Spec =>
        Name + ErrorSpec + (ErrorWeight.IsOne ? "" : $" reconstruction_weight={ErrorWeight.Spec}") + (
            Beta.IsOne ? "" : $" beta={Beta.Spec}");

    public override EquatableArray<LossMember> Members =>
        ErrorWeight.Members("Weight of the reconstruction error", ErrorMember)
            .Concat(Beta.Members("Weight of the divergence", BetaMember))
            .ToEquatableArray();

    public override EquatableArray<string> Statements(ArchitectureKind kind, string model)
    {
        var divergence = kind.PseudoInputs is null
            ? "KullbackLeiblerDivergence(result.mu, result.logvar)"
            : "VampPriorDivergence(result.latent, result.mu, result.logvar, result.prior_mu, result.prior_logvar)";
        var total = $"{ErrorWeight.Times(ErrorMember, "reconstruction")} + {Beta.Times(BetaMember, "divergence")}";
        return new(
        [
            "var result = Model.call(images);",
            $"var reconstruction = {GlobalNames.Runtime}.Losses.{Error.OfBatch}(result.reconstruction, images{Error.Arguments});",
            $"var divergence = {GlobalNames.Runtime}.Losses.{divergence};",
            $"return new({total}, new(\"reconstruction\", reconstruction), new(\"kl divergence\", divergence));",
        ]);
    }
}
