using Repro.Runtime.Imaging;
using Repro.Runtime.Snapshots;

namespace Repro.Runtime.Comparison;

/// <summary>A captured picture that differs between two runs.</summary>
/// <param name="Before">The picture of the first run; <c>null</c> when it has none.</param>
/// <param name="After">The picture of the second run; <c>null</c> when it has none.</param>
/// <param name="Pixels">How the pixels differ; <c>null</c> when a file is missing, or the sizes differ.</param>
public sealed record PictureDifference(SnapshotPicture? Before, SnapshotPicture? After, PixelDifference? Pixels)
{
    /// <summary>The epoch after which it was taken.</summary>
    public int Epoch => Either.Epoch;

    /// <summary>What it shows.</summary>
    public string Kind => Either.Kind;

    /// <summary>The name of its files without extension, such as <c>epoch-010-samples</c>.</summary>
    public string FileName => Either.FileName;

    private SnapshotPicture Either => (Before ?? After)!;
}
