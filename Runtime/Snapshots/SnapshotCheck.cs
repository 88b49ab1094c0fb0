using System.Globalization;
using Repro.Runtime.Imaging;

namespace Repro.Runtime.Snapshots;

/// <summary>Checks that a locked result is whole: all epochs, and the pictures that its text names. It trains nothing.</summary>
public sealed class SnapshotCheck(SnapshotFolder snapshots)
{
    /// <summary>A sentence for each problem with the files of a locked experiment.</summary>
    /// <exception cref="ReproException">The snapshot cannot be read.</exception>
    public IReadOnlyList<string> Problems(string experiment)
    {
        if (snapshots.TryRead(experiment) is not { } snapshot)
        {
            return [];
        }

        if (snapshot.Header.Experiment != experiment)
        {
            return [$"The snapshot '{snapshots.VerifiedPath(experiment)}' is one of {snapshot.Header.Experiment}. {Remedy(experiment)}"];
        }

        return
        [
            .. Incomplete(snapshot),
            .. Rewritten(snapshot),
            .. snapshot.Pictures.Select(picture => Picture(experiment, picture)).OfType<string>(),
        ];
    }

    /// <summary>A sentence for each picture that no snapshot names.</summary>
    /// <exception cref="ReproException">A snapshot cannot be read.</exception>
    public IReadOnlyList<string> PicturesWithoutSnapshot()
    {
        var named = snapshots.Names.SelectMany(
            name => snapshots.TryRead(name)!.Pictures.Select(picture => snapshots.VerifiedPicturePath(name, picture.FileName)));
        return [.. snapshots.PictureFiles.Except(named, StringComparer.Ordinal).Select(
            file => $"No snapshot names the picture '{file}'. Delete it.")];
    }

    // The received file of a partial rerun is not a snapshot, even when somebody renames it to one.
    private IEnumerable<string> Incomplete(Snapshot snapshot)
    {
        var header = snapshot.Header;
        if (snapshot.Epochs.Count != header.Epochs || snapshot.Weights is null)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"The snapshot '{snapshots.VerifiedPath(header.Experiment)}' holds {snapshot.Epochs.Count} of {header.Epochs} epochs" +
                $"{(snapshot.Weights is null ? " and no final weights" : "")}. {Remedy(header.Experiment)}");
        }
    }

    // The numbers can be read, but the text is not the one that was locked.
    private IEnumerable<string> Rewritten(Snapshot snapshot)
    {
        var name = snapshot.Header.Experiment;
        var (text, written) = (
            SnapshotParser.Normalize(snapshots.TryReadText(name)!).Split('\n'), SnapshotWriter.Write(snapshot).Split('\n'));
        var line = text.Zip(written).TakeWhile(pair => pair.First == pair.Second).Count() + 1;
        if (line <= Math.Max(text.Length, written.Length))
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"The snapshot '{snapshots.VerifiedPath(name)}' was changed by hand in line {line}. {Remedy(name)}");
        }
    }

    private string? Picture(string experiment, SnapshotPicture picture)
    {
        var file = snapshots.VerifiedPicturePath(experiment, picture.FileName);
        try
        {
            return picture.Is(PictureFile.Read(file))
                ? null
                : $"The picture '{file}' is not the one that {experiment}'s snapshot names. {Remedy(experiment)}";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return $"The picture '{file}' of {experiment}'s snapshot cannot be read: {e.Message} {Remedy(experiment)}";
        }
    }

    private static string Remedy(string experiment) =>
        $"Restore it from version control, or lock a whole run with: repro run {experiment}, then: repro accept {experiment}";
}
