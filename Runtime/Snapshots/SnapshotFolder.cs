using Repro.Runtime.Captures;
using Repro.Runtime.Files;
using Repro.Runtime.Imaging;

namespace Repro.Runtime.Snapshots;

/// <summary>
/// The folder of the locked results: <c>vae-70.verified.txt</c> and <c>vae-70-epoch-010-samples.verified.png</c>. A rerun that differs
/// leaves <c>.received.</c> files beside them, until they are accepted or a rerun is the same again. The names and the form of the text are
/// those of Verify.
/// </summary>
public sealed class SnapshotFolder(string path)
{
    private const string VerifiedText = ".verified.txt";
    private const string ReceivedText = ".received.txt";
    private const string VerifiedPicture = ".verified.png";
    private const string ReceivedPicture = ".received.png";

    /// <summary>The names of all locked experiments, in ordinal order.</summary>
    public IReadOnlyList<string> Names =>
        [.. Folders.Files(path, "*" + VerifiedText).Select(file => NameOf(Path.GetFileName(file))!).Order(StringComparer.Ordinal)];

    /// <summary>All locked pictures, in ordinal order.</summary>
    public IReadOnlyList<string> PictureFiles => Folders.Files(path, "*" + VerifiedPicture);

    /// <summary>The experiment whose locked numbers are in a file of this name; <c>null</c> for other files.</summary>
    public static string? NameOf(string fileName)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        return fileName.EndsWith(VerifiedText, StringComparison.Ordinal) ? fileName[..^VerifiedText.Length] : null;
    }

    /// <summary>The file of an experiment's locked numbers.</summary>
    public string VerifiedPath(string experiment) => Path.Combine(path, experiment + VerifiedText);

    /// <summary>The file of the numbers that differed from the locked ones.</summary>
    public string ReceivedPath(string experiment) => Path.Combine(path, experiment + ReceivedText);

    /// <summary>The file of a locked picture.</summary>
    public string VerifiedPicturePath(string experiment, string picture) => Path.Combine(path, $"{experiment}-{picture}{VerifiedPicture}");

    /// <summary>The file of a picture that differed from the locked one.</summary>
    public string ReceivedPicturePath(string experiment, string picture) => Path.Combine(path, $"{experiment}-{picture}{ReceivedPicture}");

    /// <summary>The locked numbers of an experiment, or <c>null</c> when it is not locked.</summary>
    /// <exception cref="ReproException">The file cannot be read, or is no snapshot.</exception>
    public Snapshot? TryRead(string experiment) =>
        TryReadText(experiment) is { } text ? SnapshotParser.Parse(text, VerifiedPath(experiment)) : null;

    /// <summary>The text of an experiment's locked numbers, or <c>null</c> when it is not locked.</summary>
    /// <exception cref="ReproException">The file cannot be read.</exception>
    internal string? TryReadText(string experiment) => RegularFile.TryReadAllText(VerifiedPath(experiment));

    /// <summary>Writes the numbers of a rerun, and its pictures that differ from the locked ones.</summary>
    /// <exception cref="ReproException">A file cannot be written.</exception>
    public void WriteReceived(Snapshot received, IEnumerable<Capture> captures, Snapshot verified)
    {
        ArgumentNullException.ThrowIfNull(received);
        ArgumentNullException.ThrowIfNull(verified);
        var name = received.Header.Experiment;
        DeleteReceived(name);
        foreach (var capture in captures.Where(capture => !verified.Pictures.Contains(SnapshotPicture.Of(capture))))
        {
            AtomicFile.Write(ReceivedPicturePath(name, capture.FileName), stream => stream.Write(capture.Picture.ToPng()));
        }

        AtomicFile.WriteText(ReceivedPath(name), SnapshotWriter.Write(received), byteOrderMark: true);
    }

    /// <summary>Deletes the received files of an experiment.</summary>
    /// <exception cref="ReproException">A file cannot be deleted.</exception>
    public void DeleteReceived(string experiment) =>
        ChangeFiles(() => Delete(Pictures(experiment, ReceivedPicture).Append(ReceivedPath(experiment)).Where(RegularFile.Exists)));

    /// <summary>Locks a run: replaces the experiment's numbers and pictures, and deletes pictures that it no longer has.</summary>
    /// <exception cref="ReproException">A file cannot be written; the old snapshot is still whole.</exception>
    public void Accept(Snapshot snapshot, Func<SnapshotPicture, RgbImage> picture)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(picture);
        var name = snapshot.Header.Experiment;
        List<(string File, byte[] Png)> pictures =
            [.. snapshot.Pictures.Select(entry => (VerifiedPicturePath(name, entry.FileName), picture(entry).ToPng()))];
        ChangeFiles(() => Folders.Create(path));
        AtomicFile.WriteAll(
        [
            .. pictures.Select(entry => (entry.File, (Action<Stream>)(stream => stream.Write(entry.Png)))),
            (VerifiedPath(name), AtomicFile.Text(SnapshotWriter.Write(snapshot), byteOrderMark: true)),
        ]);
        ChangeFiles(() => Delete(Pictures(name, VerifiedPicture).Except(pictures.Select(entry => entry.File), StringComparer.Ordinal)));
        DeleteReceived(name);
    }

    // "-epoch-" excludes the pictures of experiments whose names only begin with this one's.
    private IReadOnlyList<string> Pictures(string experiment, string extension) => Folders.Files(path, $"{experiment}-epoch-*{extension}");

    private static void Delete(IEnumerable<string> files)
    {
        foreach (var file in files)
        {
            RegularFile.Delete(file);
        }
    }

    private void ChangeFiles(Action change)
    {
        try
        {
            change();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ReproException($"The snapshots in '{path}' cannot be changed: {e.Message}", e);
        }
    }
}
