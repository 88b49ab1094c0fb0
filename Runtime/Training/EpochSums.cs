namespace Repro.Runtime.Training;

/// <summary>What an <see cref="EpochAverage"/> has summed up: each value times its images.</summary>
/// <param name="Images">How many images.</param>
/// <param name="Loss">Of the loss.</param>
/// <param name="Terms">Of each term.</param>
internal sealed record EpochSums(long Images, double Loss, IReadOnlyList<TermSum> Terms);
