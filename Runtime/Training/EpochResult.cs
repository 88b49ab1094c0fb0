namespace Repro.Runtime.Training;

/// <summary>What one pass over the data set gave.</summary>
/// <param name="Epoch">Its number, from 1.</param>
/// <param name="Loss">The loss, averaged over the images; of a single batch the loss itself.</param>
/// <param name="Terms">The terms of the loss, averaged likewise.</param>
/// <param name="RunningHash">16 hex digits over every step since the start of the run, see <see cref="Training.RunningHash"/>.</param>
/// <param name="LearningRate">The learning rate of its first step; <c>null</c> when read from a snapshot, which does not hold it.</param>
public sealed record EpochResult(int Epoch, float Loss, IReadOnlyList<TermValue> Terms, string RunningHash, double? LearningRate = null)
{
    /// <summary>What the names of <see cref="Validation"/> begin with.</summary>
    public const string ValidationPrefix = "validation ";

    /// <summary>
    /// The loss on the images that are held back from training, named <c>validation loss</c>, and its terms, named likewise; empty when
    /// none are held back.
    /// </summary>
    public IReadOnlyList<TermValue> Validation { get; init; } = [];

    /// <summary>Every number of the epoch, by its name: the loss, its terms, and those on the images held back.</summary>
    public IEnumerable<TermValue> Values => [new TermValue("loss", Loss), .. Terms, .. Validation];
}
