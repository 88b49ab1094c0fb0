using Repro.Generators.Common;
using Repro.Generators.Language;
using Repro.Generators.Language.Values;
using Repro.Generators.Vocabulary.Kinds;

namespace Repro.Generators.Vocabulary.Losses;

/// <summary>The importance-weighted bound of several latent vectors of an image.</summary>
internal sealed record ImportanceWeighted(ReconstructionError Error, long Samples) : Loss("importance_weighted", Error)
{
    private static readonly Key<long> SamplesKey = Key.Required(
        "samples", new WholeNumber(1, 1000), "How many latent vectors are drawn for an image.", "5");

    public static readonly Definition<Loss> Definition = new(
        "importance_weighted",
        "The importance-weighted bound (Burda et al., 2016) of several latent vectors of an image, averaged over the batch; needs a "
        + "variational architecture.",
        [SamplesKey, ReconstructionErrors.Term],
        settings => new ImportanceWeighted(settings.Get(ReconstructionErrors.Term), settings.Get(SamplesKey)),
        Shorthand: SamplesKey)
    {
        Members = ["ImportanceSamples"],
    };

    public override string Noun =>
        "the importance-weighted bound of "
        + $"{Words.Count(Samples, "latent vector")}{(ReconstructionErrors.IsDefault(Error) ? "" : $" and {Error.Noun}")}";

    public override string Spec => Invariant($"{Name} samples={Samples}{ErrorSpec}");

    public override EquatableArray<LossMember> Members =>
        new([new("Latent vectors drawn of an image.", Invariant($"public const int ImportanceSamples = {Samples};"))]);

    public override EquatableArray<string> Statements(ArchitectureKind kind, string model)
    {
        var (encoded, prior) = kind.PseudoInputs is null
            ? ("var (mu, logvar) = Model.encode(images);", "StandardNormal(latent)")
            : ("var (mu, logvar, prior_mu, prior_logvar) = Model.encode_with_prior(images);", "VampPrior(latent, prior_mu, prior_logvar)");
        return new(
        [
            encoded,
            "(mu, logvar) = (mu.repeat(ImportanceSamples, 1), logvar.repeat(ImportanceSamples, 1));",
            $"var latent = {model}.reparameterize(mu, logvar);",
            $"var errors = {GlobalNames.Runtime}.ImageErrors.{Error.OfImages}(Model.decode(latent), images.repeat(ImportanceSamples, 1, "
            + $"1, 1){Error.Arguments});",
            $"var posterior = {GlobalNames.Runtime}.LatentDensity.Normal(latent, mu, logvar);",
            $"var prior = {GlobalNames.Runtime}.LatentDensity.{prior};",
            $"var bound = {GlobalNames.Runtime}.Losses.ImportanceWeightedBound(errors, posterior, prior, ImportanceSamples);",
            $"return new(bound, new {GlobalNames.Runtime}.LossTerm(\"bound\", bound));",
        ]);
    }
}
