using System.Collections.Immutable;
using Repro.Generators.Language;

namespace Repro.Generators.Vocabulary.Kinds;

/// <summary>Every kind of architecture of the language. A variant that only changes the loss is a loss, not a kind.</summary>
internal static class ArchitectureKinds
{
    private static readonly Key<long> PseudoInputs = Key.Required("pseudo_inputs", Ranges.Size, "How many images the prior learns.", "50");

    public static readonly ImmutableArray<Definition<ArchitectureKind>> All =
    [
        new(
            "variational",
            "Two linear layers compute mean and log-variance from the features, and the latent vector is a sample, μ + σ·ε.",
            [],
            _ => new("variational autoencoder", "Variational", IsVariational: true)),
        new(
            "vamp_prior",
            "A variational architecture whose prior is the mixture of the latent distributions of learned images (VampPrior, Tomczak and "
            + "Welling, 2018).",
            [PseudoInputs],
            settings => new(
                "variational autoencoder with a VampPrior",
                Invariant($"VampPrior pseudo_inputs={settings.Get(PseudoInputs)}"),
                IsVariational: true,
                settings.Get(PseudoInputs)),
            Shorthand: PseudoInputs),
        new(
            "plain",
            "A linear layer computes the latent vector from the features.",
            [],
            _ => new("autoencoder", "Plain", IsVariational: false)),
    ];

    /// <summary>Advice for a variant that is a loss in this language.</summary>
    public static string? Hint(string name) => name switch
    {
        "beta" or "beta_vae" => "The β-VAE is the kind variational with the loss { evidence_lower_bound: { beta: 4 } }",
        "importance_weighted" or "iwae" =>
            "The importance-weighted autoencoder is the kind variational with the loss { importance_weighted: 5 }",
        _ => null,
    };
}
