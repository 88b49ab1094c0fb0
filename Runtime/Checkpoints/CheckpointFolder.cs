using Repro.Runtime.Data;
using Repro.Runtime.Files;
using Repro.Runtime.Snapshots;

namespace Repro.Runtime.Checkpoints;

/// <summary>The checkpoints of one run. Each is a folder, which gets its name when all its files are on the disk.</summary>
public sealed class CheckpointFolder(string path)
{
    /// <summary>The positions of the checkpoints, the newest first. A checkpoint that a crash left unfinished does not count.</summary>
    public IReadOnlyList<CheckpointPosition> Positions =>
    [
        .. Folders.In(path)
            .Select(folder => CheckpointPosition.Parse(Path.GetFileName(folder)))
            .OfType<CheckpointPosition>()
            .OrderByDescending(position => position.Progress),
    ];

    /// <summary>Whether the folder exists. Beside a finished run it holds only what could not be deleted.</summary>
    public bool Exists => Folders.Exists(path);

    /// <summary>The folder of a checkpoint.</summary>
    public string PathOf(CheckpointPosition position)
    {
        ArgumentNullException.ThrowIfNull(position);
        return Path.Combine(path, position.FolderName);
    }

    /// <summary>The newest checkpoint that a run can go on from, or <c>null</c>.</summary>
    /// <param name="run">The folder of the run, which holds its pictures.</param>
    /// <param name="settings">The settings of the run.</param>
    /// <param name="data">Its images.</param>
    /// <param name="unused">A sentence for each newer checkpoint that cannot be used, with the reason.</param>
    internal Checkpoint? FindNewest(string run, ExperimentSettings settings, DataSet data, out IReadOnlyList<string> unused)
    {
        List<string> problems = [];
        unused = problems;
        foreach (var position in Positions)
        {
            try
            {
                var checkpoint = Checkpoint.Open(PathOf(position), run);
                if (Difference(checkpoint.Header, SnapshotHeader.Of(settings, data, checkpoint.Header.Parameters)) is { } difference)
                {
                    // The older checkpoints are of the same run.
                    problems.Add($"The checkpoints in '{path}' are not used: {difference}.");
                    return null;
                }

                return checkpoint;
            }
            catch (ReproException e)
            {
                problems.Add($"The checkpoint '{PathOf(position)}' is not used: {e.Message}");
            }
        }

        return null;
    }

    /// <summary>
    /// Deletes all checkpoints except the newest ones, as far as that is possible now. The next call tries the rest again.
    /// </summary>
    /// <returns>The first problem, a sentence; otherwise <c>null</c>.</returns>
    internal string? Keep(int count)
    {
        try
        {
            List<string?> problems = [.. DeletePartial(), .. Positions.Skip(count).Select(position => TryDelete(PathOf(position)))];
            return problems.OfType<string>().FirstOrDefault();
        }
        catch (ReproException e)
        {
            return e.Message;
        }
    }

    /// <summary>Deletes all newer checkpoints, and any that a crash left unfinished.</summary>
    internal void DeleteAfter(CheckpointPosition? last)
    {
        DeletePartial();
        foreach (var position in Positions.TakeWhile(position => last is null || position.Progress.CompareTo(last.Progress) > 0))
        {
            Folders.Rename(PathOf(position), PathOf(position) + AtomicFile.PartialExtension);
        }

        DeletePartial();
    }

    /// <summary>
    /// Deletes all checkpoints, as far as that is possible. A failure does no harm: those of a finished run are never used.
    /// </summary>
    internal void DeleteAll() => _ = Folders.TryDelete(path);

    /// <summary>Adds a checkpoint. <paramref name="write"/> gets a folder, and writes the files into it.</summary>
    /// <exception cref="ReproException">The checkpoint cannot be written. Nothing of it remains.</exception>
    internal void Add(CheckpointPosition position, Action<string> write)
    {
        var partial = PathOf(position) + AtomicFile.PartialExtension;
        try
        {
            Folders.Delete(partial);
            Folders.Create(partial);
            write(partial);
            Folders.Rename(partial, PathOf(position));
            DiskFlush.FlushFolder(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ReproException($"The checkpoint '{PathOf(position)}' cannot be written: {e.Message} Free space on the disk, or "
                + "make the folder writable, and run again.", e);
        }
    }

    // The folder is renamed first: if the deletion is interrupted, the rest is not taken for a checkpoint.
    private static string? TryDelete(string checkpoint)
    {
        var partial = checkpoint + AtomicFile.PartialExtension;
        try
        {
            Folders.Rename(checkpoint, partial);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return e.Message;
        }

        return Folders.TryDelete(partial);
    }

    // None of these is taken for a checkpoint, so one that cannot be deleted may stay for now.
    private IReadOnlyList<string?> DeletePartial() => [.. Folders.In(path, "*" + AtomicFile.PartialExtension).Select(Folders.TryDelete)];

    private static string? Difference(SnapshotHeader was, SnapshotHeader now) => was.Fields.Zip(now.Fields)
        .Where(pair => pair.First != pair.Second)
        .Select(pair => $"{pair.Second.Name} is now {pair.Second.Value}, was {pair.First.Value}")
        .FirstOrDefault();
}
