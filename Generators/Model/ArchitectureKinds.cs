using System.Collections.Immutable;
using Repro.Generators.Language;

namespace Repro.Generators.Model;

/// <summary>Every kind of architecture of the language.</summary>
internal static class ArchitectureKinds
{
    public static readonly ImmutableArray<Definition<ArchitectureKind>> All =
    [
        new(
            "variational",
            "Two linear layers make mean and log-variance of the features, and the latent vector is a sample, μ + σ·ε.",
            [],
            _ => ArchitectureKind.Variational),
        new("plain", "A linear layer makes the latent vector of the features.", [], _ => ArchitectureKind.Plain),
    ];
}
