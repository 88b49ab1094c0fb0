using Repro.Runtime.Files;

namespace Repro.Runtime.Checkpoints;

/// <summary>The file <c>checkpoint.json</c>, written last: which files the checkpoint has, and what is in them.</summary>
/// <param name="Format">The version of all this.</param>
/// <param name="Files">The other files.</param>
internal sealed record CheckpointManifest(int Format, IReadOnlyList<FileDigest> Files)
{
    /// <summary>The version that is written, and the only one that is read.</summary>
    public const int CurrentFormat = 1;
}
