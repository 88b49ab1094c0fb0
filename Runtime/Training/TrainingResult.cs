using Repro.Runtime.Captures;
using Repro.Runtime.Weights;

namespace Repro.Runtime.Training;

/// <summary>The results of a complete training.</summary>
/// <param name="Epochs">Every epoch, in order.</param>
/// <param name="Captures">The captured images, in order.</param>
/// <param name="ParameterCount">Number of trained values of the network.</param>
/// <param name="Weights">Parameters and buffers of the network after the last epoch.</param>
public sealed record TrainingResult(
    IReadOnlyList<EpochResult> Epochs, IReadOnlyList<Capture> Captures, long ParameterCount, IReadOnlyList<WeightTensor> Weights);
