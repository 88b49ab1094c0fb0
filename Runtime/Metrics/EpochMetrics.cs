using Repro.Runtime.Training;

namespace Repro.Runtime.Metrics;

/// <summary>What was measured of a model after an epoch.</summary>
/// <param name="Epoch">The epoch.</param>
/// <param name="Loss">
/// The loss of the training images in evaluation mode, and its terms: batch norm with its running statistics, noise from a stream of its own.
/// </param>
/// <param name="Model">The metrics of the model.</param>
public sealed record EpochMetrics(int Epoch, IReadOnlyList<TermValue> Loss, ModelMetrics Model);
