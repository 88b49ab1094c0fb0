using Repro.Runtime.Snapshots;

namespace Repro.Runtime.Runs;

/// <summary>A run whose results are in their folder.</summary>
/// <param name="Snapshot">Its numbers.</param>
/// <param name="Folder">Where its results are.</param>
/// <param name="Duration">How long the training took.</param>
public sealed record CompletedRun(Snapshot Snapshot, RunFolder Folder, TimeSpan Duration);
