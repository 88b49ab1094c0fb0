namespace Repro.Runtime.Verification;

/// <summary>The result of verifying one experiment.</summary>
/// <param name="Experiment">The experiment's name.</param>
/// <param name="Epochs">How many epochs were rerun.</param>
/// <param name="Difference">A sentence about the first difference from the snapshot; <c>null</c> when there is none.</param>
public sealed record VerificationResult(string Experiment, int Epochs, string? Difference);
