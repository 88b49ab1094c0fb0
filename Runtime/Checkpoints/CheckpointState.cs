using Repro.Runtime.Files;
using Repro.Runtime.Randomness;
using Repro.Runtime.Training;

namespace Repro.Runtime.Checkpoints;

/// <summary>The file <c>state.json</c>: what a run needs to go on besides its weights, its optimizer's state, and its epochs.</summary>
/// <param name="Step">The steps that were done of the epoch in training.</param>
/// <param name="Sums">What these add up to.</param>
/// <param name="RunningHash">The whole chain of <see cref="Training.RunningHash"/>.</param>
/// <param name="Generators">The states of the random streams by their purposes, see <see cref="RandomStreams"/>, as the engine writes them.</param>
/// <param name="Captured">The pictures and weights that were captured until then, relative to the folder of the run's artifacts.</param>
/// <param name="Seconds">How long the run has trained.</param>
internal sealed record CheckpointState(
    int Step,
    EpochSums Sums,
    byte[] RunningHash,
    IReadOnlyDictionary<string, byte[]> Generators,
    IReadOnlyList<FileDigest> Captured,
    double Seconds);
