namespace Repro.Runtime.Verification;

/// <summary>What a rerun of one experiment showed.</summary>
/// <param name="Experiment">The experiment's name.</param>
/// <param name="Epochs">How many epochs were rerun.</param>
/// <param name="Difference">What differs from the snapshot, in a sentence; <c>null</c> when nothing does.</param>
public sealed record VerificationResult(string Experiment, int Epochs, string? Difference);
