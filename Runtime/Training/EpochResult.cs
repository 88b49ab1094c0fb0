namespace Repro.Runtime.Training;

/// <summary>The numbers of one pass over the data set.</summary>
/// <param name="Epoch">Its number, from 1.</param>
/// <param name="Loss">The loss, averaged over the images. With a single batch, it is the loss of the batch.</param>
/// <param name="Terms">The terms of the loss, averaged in the same way.</param>
/// <param name="RunningHash">
/// 16 hex digits of the hash of all steps since the start of the run, see <see cref="Training.RunningHash"/>.
/// </param>
/// <param name="LearningRate">
/// The learning rate of its first step; <c>null</c> in an epoch from a snapshot, which does not store it.
/// </param>
public sealed record EpochResult(int Epoch, float Loss, IReadOnlyList<TermValue> Terms, string RunningHash, double? LearningRate = null)
{
    /// <summary>The prefix of the names in <see cref="Validation"/>.</summary>
    public const string ValidationPrefix = "validation ";

    /// <summary>
    /// The loss on the images held back from training, named <c>validation loss</c>, and its terms, with the same prefix. It is empty when
    /// no images are held back.
    /// </summary>
    public IReadOnlyList<TermValue> Validation { get; init; } = [];

    /// <summary>Every number of the epoch with its name: the loss, its terms, and the validation losses.</summary>
    public IEnumerable<TermValue> Values => [new TermValue("loss", Loss), .. Terms, .. Validation];
}
