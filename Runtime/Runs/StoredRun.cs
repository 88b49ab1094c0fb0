using Repro.Runtime.Files;
using Repro.Runtime.Imaging;
using Repro.Runtime.Snapshots;
using Repro.Runtime.Weights;
using SixLabors.ImageSharp;

namespace Repro.Runtime.Runs;

/// <summary>
/// A finished run, read from its folder and checked: every file is what the record says, byte for byte, and what the files hold belongs together.
/// All that uses a finished run reads it here.
/// </summary>
/// <param name="Record">The record, <c>run.json</c>.</param>
/// <param name="Snapshot">The numbers.</param>
/// <param name="Pictures">The pictures that the snapshot names.</param>
public sealed record StoredRun(RunRecord Record, Snapshot Snapshot, IReadOnlyDictionary<SnapshotPicture, RgbImage> Pictures)
{
    /// <summary>
    /// The finished run in <paramref name="folder"/>, or <c>null</c> when there is none or <paramref name="findings"/> say why it is not what was
    /// written. Files that are not the run's are findings too, and do no harm.
    /// </summary>
    /// <exception cref="ReproException">The record cannot be read, is of another version, or is not as it was written.</exception>
    public static StoredRun? TryRead(RunFolder folder, out IReadOnlyList<FileFinding> findings)
    {
        ArgumentNullException.ThrowIfNull(folder);
        findings = [];
        if (folder.TryReadRecord() is not { } record)
        {
            return null;
        }

        var damages = FileDigest.Check(folder.Path, record.Files);
        findings = [.. damages, .. folder.Extra(record)];
        return damages.Count == 0 ? Read(folder, record) : null;
    }

    // The bytes are those that were written, so what fails from here on was written so: by a mistake, or on purpose with a record to match.
    private static StoredRun Read(RunFolder folder, RunRecord record)
    {
        var snapshot = SnapshotParser.Parse(Read(folder.SnapshotPath, RegularFile.ReadAllText), folder.SnapshotPath);
        var weights = Read(folder.WeightsPath, file => WeightsHash.Compute(SafetensorsReader.Read(RegularFile.ReadAllBytes(file))));
        var run = new StoredRun(record, snapshot, snapshot.Pictures.ToDictionary(entry => entry, entry => Picture(folder, entry)));
        return run.BelongsTogether(weights) ? run : throw new ReproException($"The files in '{folder.Path}' do not belong together.");
    }

    private static RgbImage Picture(RunFolder folder, SnapshotPicture entry) => Read(folder.PicturePath(entry.FileName), file =>
    {
        using var stream = RegularFile.OpenRead(file);
        return RgbImage.Load(stream);
    });

    private static T Read<T>(string path, Func<string, T> read)
    {
        try
        {
            return read(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ImageFormatException or InvalidDataException)
        {
            throw new ReproException($"'{path}' cannot be read: {e.Message}", e);
        }
    }

    private bool BelongsTogether(string weights) =>
        RunRecord.Of(Snapshot, TimeSpan.Zero, Record.Finished, Record.Files) with { Machine = Record.Machine } == Record with { Seconds = 0 }
        && weights == Record.Weights
        && Pictures.All(picture => picture.Value.Hash == picture.Key.Hash);
}
