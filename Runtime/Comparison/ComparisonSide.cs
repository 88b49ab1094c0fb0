using Repro.Runtime.Files;
using Repro.Runtime.Imaging;
using Repro.Runtime.Runs;
using Repro.Runtime.Snapshots;
using Repro.Runtime.Weights;

namespace Repro.Runtime.Comparison;

/// <summary>One side of a comparison: the numbers of a result, and its pictures and weights where they are available.</summary>
/// <param name="Where">Where it is from, for the reader: a folder or a revision.</param>
/// <param name="Snapshot">Its numbers.</param>
/// <param name="PictureBytes">Gives the bytes of a picture's file, or <c>null</c> when the file is missing.</param>
/// <param name="WeightsBytes">Gives the bytes of the file of the final weights, or <c>null</c> when the file is missing.</param>
public sealed record ComparisonSide(
    string Where, Snapshot Snapshot, Func<SnapshotPicture, byte[]?> PictureBytes, Func<byte[]?> WeightsBytes)
{
    /// <summary>The finished run in a folder of the artifacts; <c>null</c> when there is none.</summary>
    /// <exception cref="ReproException">A file cannot be read.</exception>
    public static ComparisonSide? Of(RunFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return folder.TryReadRecord() is not null && RegularFile.TryReadAllBytes(folder.SnapshotPath) is { } text
            ? new ComparisonSide(
                folder.Path,
                SnapshotParser.Parse(System.Text.Encoding.UTF8.GetString(text), folder.SnapshotPath),
                picture => RegularFile.TryReadAllBytes(folder.PicturePath(picture.FileName)),
                () => RegularFile.TryReadAllBytes(folder.WeightsPath))
            : null;
    }

    /// <summary>The locked result of an experiment; <c>null</c> when it is not locked.</summary>
    /// <exception cref="ReproException">A file cannot be read.</exception>
    public static ComparisonSide? Of(SnapshotFolder folder, string experiment)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var path = folder.VerifiedPath(experiment);
        return folder.TryRead(experiment) is { } snapshot
            ? new ComparisonSide(
                path,
                snapshot.RequireOf(experiment, path),
                picture => RegularFile.TryReadAllBytes(folder.VerifiedPicturePath(experiment, picture.FileName)),
                () => null)
            : null;
    }

    /// <summary>The pixels of a picture; <c>null</c> when its file is missing, damaged, or not the one that the snapshot names.</summary>
    public RgbImage? Picture(SnapshotPicture picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        if (PictureBytes(picture) is not { } file)
        {
            return null;
        }

        return PictureFile.TryDecode(file) is { } image && picture.Is(image) ? image : null;
    }

    /// <summary>The final weights; <c>null</c> when their file is missing, damaged, or of another run.</summary>
    public IReadOnlyList<WeightTensor>? Weights()
    {
        try
        {
            return WeightsBytes() is { } file
                && SafetensorsReader.Read(file) is { } weights
                && WeightsHash.Compute(weights) == Snapshot.Weights
                ? weights
                : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
