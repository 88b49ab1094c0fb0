namespace Repro.Runtime.Training;

/// <summary>The sums of an <see cref="EpochAverage"/>: each value times its number of images.</summary>
/// <param name="Images">The number of images.</param>
/// <param name="Loss">The sum for the loss.</param>
/// <param name="Terms">The sum for each term.</param>
internal sealed record EpochSums(long Images, double Loss, IReadOnlyList<TermSum> Terms);
