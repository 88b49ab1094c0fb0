using Repro.Runtime.Files;
using Repro.Runtime.Imaging;
using Repro.Runtime.Runs;
using Repro.Runtime.Snapshots;
using Repro.Runtime.Weights;

namespace Repro.Runtime.Comparison;

/// <summary>One side of a comparison: the numbers of a run, and its pictures and weights where they are at hand.</summary>
/// <param name="Where">Where it is from, for the reader: a folder, a revision.</param>
/// <param name="Snapshot">Its numbers.</param>
/// <param name="PictureFile">The bytes of a picture's file, or <c>null</c>.</param>
/// <param name="WeightsFile">The bytes of the file of the final weights, or <c>null</c>.</param>
public sealed record ComparedRun(string Where, Snapshot Snapshot, Func<SnapshotPicture, byte[]?> PictureFile, Func<byte[]?> WeightsFile)
{
    /// <summary>The run whose results are in a folder of the artifacts; <c>null</c> when it holds no finished run.</summary>
    /// <exception cref="ReproException">A file cannot be read.</exception>
    public static ComparedRun? Of(RunFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return folder.TryReadRecord() is not null && ReadFile(folder.SnapshotPath) is { } text
            ? new ComparedRun(
                folder.Path,
                SnapshotParser.Parse(System.Text.Encoding.UTF8.GetString(text), folder.SnapshotPath),
                picture => ReadFile(folder.PicturePath(picture.FileName)),
                () => ReadFile(folder.WeightsPath))
            : null;
    }

    /// <summary>The locked result of an experiment; <c>null</c> when it is not locked.</summary>
    /// <exception cref="ReproException">A file cannot be read.</exception>
    public static ComparedRun? Of(SnapshotFolder folder, string experiment)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return folder.TryRead(experiment) is { } snapshot
            ? new ComparedRun(folder.VerifiedPath(experiment), snapshot, picture => ReadFile(folder.VerifiedPicturePath(experiment, picture.FileName)), () => null)
            : null;
    }

    /// <summary>The pixels of a picture; <c>null</c> when its file is not at hand, no image, or another one than the snapshot names.</summary>
    public RgbImage? Picture(SnapshotPicture picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        if (PictureFile(picture) is not { } file)
        {
            return null;
        }

        using var stream = new MemoryStream(file);
        return RgbImage.TryLoad(stream) is { } image && image.Hash == picture.Hash ? image : null;
    }

    /// <summary>The final weights; <c>null</c> when their file is not at hand, damaged, or not of this run.</summary>
    public IReadOnlyList<WeightTensor>? Weights()
    {
        try
        {
            return WeightsFile() is { } file && SafetensorsReader.Read(file) is { } weights && WeightsHash.Compute(weights) == Snapshot.Weights ? weights : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static byte[]? ReadFile(string path)
    {
        try
        {
            return File.Exists(path) ? RegularFile.ReadAllBytes(path) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ReproException($"'{path}' cannot be read: {e.Message}", e);
        }
    }
}
