using Repro.Runtime.Files;

namespace Repro.Runtime.Checkpoints;

/// <summary>The file <c>checkpoint.json</c>, which is written last: the other files of the checkpoint, with length and hash.</summary>
/// <param name="Format">The version of the format of all files.</param>
/// <param name="Files">The other files.</param>
internal sealed record CheckpointManifest(int Format, IReadOnlyList<FileDigest> Files)
{
    /// <summary>The version that is written. No other is read.</summary>
    public const int CurrentFormat = 1;
}
