namespace Repro.Generators.Model;

internal enum ArchitectureKind
{
    /// <summary>The encoder gives a latent vector.</summary>
    Plain,

    /// <summary>The encoder gives mean and log-variance of a normal distribution, of which the latent vector is a sample.</summary>
    Variational,
}
