namespace Repro.Generators.Vocabulary.Kinds;

/// <summary>What an architecture makes of an image, and the prior of its latent vectors.</summary>
/// <param name="Noun">What a description calls it.</param>
/// <param name="Spec">Everything about it that can change a number.</param>
/// <param name="IsVariational">
/// Whether the encoder gives mean and log-variance of a normal distribution, of which the latent vector is a sample.
/// </param>
/// <param name="PseudoInputs">How many learned images the prior is made of; <c>null</c> for the standard normal prior.</param>
internal sealed record ArchitectureKind(string Noun, string Spec, bool IsVariational, long? PseudoInputs = null);
