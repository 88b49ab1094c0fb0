using Repro.Runtime.Comparison;
using Repro.Runtime.Snapshots;

namespace Repro.Cli.Diff;

/// <summary>The comparison of two sides.</summary>
/// <param name="Before">What the first side is.</param>
/// <param name="After">What the second side is.</param>
/// <param name="Entries">The experiments.</param>
internal sealed record DiffReport(string Before, string After, IReadOnlyList<DiffEntry> Entries)
{
    /// <summary>The files of the specification that changed.</summary>
    public IReadOnlyList<FileChange> Specification { get; init; } = [];

    /// <summary>Where a picture of the first side is hosted, see <see cref="IResultSet.HostedPath"/>.</summary>
    public Func<string, SnapshotPicture, string?> HostedBefore { get; init; } = (_, _) => null;

    /// <summary>Where a picture of the second side is hosted.</summary>
    public Func<string, SnapshotPicture, string?> HostedAfter { get; init; } = (_, _) => null;

    /// <summary>The worst of the entries.</summary>
    public Verdict Verdict => Entries.Select(entry => entry.Verdict).DefaultIfEmpty(Verdict.SameBits).Max();
}

/// <summary>A file of the specification that changed.</summary>
/// <param name="File">Its path.</param>
/// <param name="Lines">The changed lines, see <see cref="ChangedLines"/>.</param>
internal sealed record FileChange(string File, IReadOnlyList<string> Lines);
