using Repro.Runtime;
using Repro.Runtime.Metrics;
using Repro.Runtime.Runs;
using Repro.Runtime.Snapshots;

namespace Repro.Report;

/// <summary>What a report shows of one experiment.</summary>
public sealed record ReportedExperiment
{
    /// <summary>What <c>experiments.yaml</c> says, and of an overridden run what it had instead.</summary>
    public required ExperimentSettings Settings { get; init; }

    /// <summary>What of the file a run did not go by; <c>null</c> where it went by all of it.</summary>
    public RunOverrides? Overridden { get; init; }

    /// <summary>The experiment's name, of an overridden run with what was overridden: that of its folder.</summary>
    public string Name => Overridden?.Name ?? Settings.Name;

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

    /// <summary>The run itself; <c>null</c> of a lock.</summary>
    public Run? Run { get; init; }

    /// <summary>The pictures, by epoch and kind.</summary>
    public IReadOnlyList<ReportedPicture> Pictures { get; init; } = [];

    /// <summary>What the final weights decode in a plane of the latent space; <c>null</c> without the weights.</summary>
    public ReportedMap? Map { get; init; }

    /// <summary>What was measured of the weights; <c>null</c> when nothing was.</summary>
    public ReportedMetrics? Metrics { get; init; }

    /// <summary>Why nothing was measured, and what to do; empty when something was.</summary>
    public string MetricsNote { get; init; } = "";
}

/// <summary>A map of the latent space, drawn for the report.</summary>
/// <param name="Kind">Which plane it shows.</param>
/// <param name="Width">Its width in pixels.</param>
/// <param name="Height">Its height in pixels.</param>
/// <param name="Hash">The hash of its pixels.</param>
/// <param name="Png">It as a PNG file.</param>
public sealed record ReportedMap(LatentMapKind Kind, int Width, int Height, string Hash, byte[] Png)
{
    /// <summary>A map with its file.</summary>
    public static ReportedMap Of(LatentMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        return new(map.Kind, map.Picture.Width, map.Picture.Height, map.Picture.Hash, map.Picture.ToPng());
    }
}

/// <summary>A run that was told otherwise than the file says.</summary>
/// <param name="Name">The name of its folder, such as <c>vae-70.epochs-5</c>.</param>
/// <param name="Settings">What was overridden.</param>
public sealed record RunOverrides(string Name, IReadOnlyList<OverriddenSetting> Settings);

/// <summary>A setting that a run was given in place of the file's.</summary>
/// <param name="Setting">Its key, <c>epochs</c> or <c>seed</c>.</param>
/// <param name="Value">What the run had.</param>
/// <param name="InFile">What the file says.</param>
public sealed record OverriddenSetting(string Setting, long Value, long InFile);

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

    /// <summary>A finished run of the experiment as it stands, overridden or not.</summary>
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

    /// <summary>The run was overridden, so there is nothing to compare it with.</summary>
    Overridden,

    /// <summary>The lock cannot be read, or a picture of it is not the one that it names.</summary>
    Damaged,
}
