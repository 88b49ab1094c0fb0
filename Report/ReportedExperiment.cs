using Repro.Runtime;
using Repro.Runtime.Artifacts;
using Repro.Runtime.Snapshots;

namespace Repro.Report;

/// <summary>What a report shows of one experiment.</summary>
public sealed record ReportedExperiment
{
    /// <summary>What <c>experiments.yaml</c> says.</summary>
    public required ExperimentSettings Settings { get; init; }

    /// <summary>Where its numbers are from.</summary>
    public required ResultSource Source { get; init; }

    /// <summary>How they compare with what is locked.</summary>
    public required LockState Lock { get; init; }

    /// <summary>What is to be said about source and lock, a sentence or more; empty when nothing is.</summary>
    public required string Note { get; init; }

    /// <summary>The numbers; <c>null</c> when there are none.</summary>
    public Snapshot? Snapshot { get; init; }

    /// <summary>The learning rate of each epoch; empty of a lock, which does not hold them.</summary>
    public IReadOnlyList<double> LearningRates { get; init; } = [];

    /// <summary>The record of the run; <c>null</c> of a lock.</summary>
    public RunRecord? Record { get; init; }

    /// <summary>The pictures, by epoch and kind.</summary>
    public IReadOnlyList<ReportedPicture> Pictures { get; init; } = [];
}

/// <summary>A captured picture.</summary>
/// <param name="Entry">Its epoch, kind, size and the hash of its pixels.</param>
/// <param name="File">Its file, relative to the folder of <c>experiments.yaml</c>, with forward slashes.</param>
/// <param name="Png">The bytes of the file.</param>
public sealed record ReportedPicture(SnapshotPicture Entry, string File, byte[] Png);

/// <summary>Where the numbers of an experiment are from.</summary>
public enum ResultSource
{
    /// <summary>There are none.</summary>
    None,

    /// <summary>A finished run of the experiment as it stands.</summary>
    Run,

    /// <summary>What is locked, of the experiment as it stands; there is no such run.</summary>
    Lock,
}

/// <summary>How the numbers of an experiment compare with what is locked.</summary>
public enum LockState
{
    /// <summary>Nothing is locked.</summary>
    NotLocked,

    /// <summary>The run has the locked numbers and pictures, bit for bit.</summary>
    Same,

    /// <summary>The run has others, or what is locked is of another specification.</summary>
    Different,

    /// <summary>The lock is there, and no run to compare with it.</summary>
    NotCompared,

    /// <summary>The lock cannot be read, or a picture of it is not the one that it names.</summary>
    Damaged,
}
