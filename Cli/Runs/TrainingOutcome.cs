using Repro.Runtime.Runs;
using Repro.Runtime.Snapshots;

namespace Repro.Cli.Runs;

/// <summary>A finished training, and how it compares with the lock.</summary>
/// <param name="Run">The training.</param>
/// <param name="Overridden">Whether it had another seed or number of epochs than the file says; then it is not compared.</param>
/// <param name="Verified">The experiment's snapshot, if it has one.</param>
internal sealed record TrainingOutcome(Run Run, bool Overridden, Snapshot? Verified)
{
    /// <summary>What differs from the snapshot, in a sentence, or <c>null</c>.</summary>
    public string? Difference { get; } = Overridden || Verified is null ? null : SnapshotComparison.Compare(Verified, Run.Snapshot);

    public string Locked => Overridden ? "no (overridden)" : Verified is null ? "no" : "yes";

    public string Result => Overridden || Verified is null ? "not compared" : Difference is null ? "same" : "different";
}
