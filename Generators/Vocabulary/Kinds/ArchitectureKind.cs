namespace Repro.Generators.Vocabulary.Kinds;

/// <summary>How an architecture encodes an image, and the prior of its latent vectors.</summary>
/// <param name="Noun">Its name in descriptions.</param>
/// <param name="Spec">Everything about it that can change a result.</param>
/// <param name="IsVariational">
/// Whether the encoder gives mean and log-variance of a normal distribution from which the latent vector is drawn.
/// </param>
/// <param name="PseudoInputs">The number of learned images of the prior; <c>null</c> for the standard normal prior.</param>
internal sealed record ArchitectureKind(string Noun, string Spec, bool IsVariational, long? PseudoInputs = null);
