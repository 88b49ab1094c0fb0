using Repro.Runtime;
using Repro.Runtime.Comparison;
using Repro.Runtime.Snapshots;

namespace Repro.Cli.Diff;

/// <summary>The locked results of all experiments, at some moment.</summary>
internal interface IResultSet
{
    /// <summary>What to call it.</summary>
    string Name { get; }

    /// <summary>The locked experiments, in ordinal order.</summary>
    IReadOnlyList<string> Experiments { get; }

    /// <summary>The paths and texts of <c>experiments.yaml</c> and of the files that it includes.</summary>
    IReadOnlyDictionary<string, string> Specification { get; }

    /// <summary>
    /// A text that two sets have in common only if the experiment's numbers are the same in both; <c>null</c> when it is not known without
    /// reading them.
    /// </summary>
    string? Identity(string experiment);

    /// <summary>The locked result of an experiment, or <c>null</c>.</summary>
    /// <exception cref="ReproException">It cannot be read.</exception>
    ComparisonSide? Find(string experiment);

    /// <summary>
    /// Where the repository's host shows a picture, below its address: <c>raw/COMMIT/PATH</c>; <c>null</c> when the set is not in a commit.
    /// </summary>
    string? HostedPath(string experiment, SnapshotPicture picture);
}
