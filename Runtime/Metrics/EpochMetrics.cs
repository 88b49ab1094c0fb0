using Repro.Runtime.Training;

namespace Repro.Runtime.Metrics;

/// <summary>The measurements of a model after an epoch.</summary>
/// <param name="Epoch">The epoch.</param>
/// <param name="Loss">
/// The loss of the training images in evaluation mode, and its terms: batch norm uses its running statistics, and noise comes from a
/// separate random stream.
/// </param>
/// <param name="Model">The metrics of the model.</param>
public sealed record EpochMetrics(int Epoch, IReadOnlyList<TermValue> Loss, ModelMetrics Model);
