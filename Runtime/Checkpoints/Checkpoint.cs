using Repro.Runtime.Captures;
using Repro.Runtime.Files;
using Repro.Runtime.Imaging;
using Repro.Runtime.Randomness;
using Repro.Runtime.Snapshots;
using Repro.Runtime.Training;
using Repro.Runtime.Weights;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Repro.Runtime.Checkpoints;

/// <summary>The saved state of a run. All its files are as they were written.</summary>
public sealed class Checkpoint
{
    private readonly CheckpointManifest manifest;
    private readonly CheckpointState state;
    private readonly Snapshot snapshot;
    private readonly IReadOnlyList<Capture> captures;

    private Checkpoint(
        string path, CheckpointManifest manifest, CheckpointState state, Snapshot snapshot, IReadOnlyList<Capture> captures) =>
        (Path, this.manifest, this.state, this.snapshot, this.captures) = (path, manifest, state, snapshot, captures);

    /// <summary>Its folder.</summary>
    public string Path { get; }

    /// <summary>The position of the run when the checkpoint was written.</summary>
    public CheckpointPosition Position => new(snapshot.Epochs.Count, state.Step);

    /// <summary>How long the run had trained.</summary>
    public TimeSpan Duration => TimeSpan.FromSeconds(state.Seconds);

    /// <summary>The pictures and weights that were captured until then, in the folder of the run.</summary>
    internal IReadOnlyList<FileDigest> CapturedFiles => state.Captured;

    /// <summary>The run that it is a checkpoint of.</summary>
    internal SnapshotHeader Header => snapshot.Header;

    /// <summary>Reads a checkpoint, and the pictures that were captured until then.</summary>
    /// <param name="path">The folder of the checkpoint.</param>
    /// <param name="run">The folder of the run, which holds the pictures.</param>
    /// <exception cref="ReproException">A file is missing or damaged; the message is a sentence that names it.</exception>
    internal static Checkpoint Open(string path, string run)
    {
        var manifest = CheckpointJson.Read<CheckpointManifest>(
            Bytes(System.IO.Path.Combine(path, CheckpointFiles.Manifest)), $"'{CheckpointFiles.Manifest}'");
        if (manifest.Format != CheckpointManifest.CurrentFormat)
        {
            throw new ReproException("It is of another version of Repro.");
        }

        if (!manifest.Files.Select(file => file.Path).SequenceEqual(CheckpointFiles.Listed, StringComparer.Ordinal))
        {
            throw new ReproException($"'{CheckpointFiles.Manifest}' does not list the files of a checkpoint.");
        }

        if (FileDigest.Check(path, manifest.Files) is [var finding, ..])
        {
            throw new ReproException($"{finding}.");
        }

        var state = CheckpointJson.Read<CheckpointState>(Bytes(path, manifest, CheckpointFiles.State), $"'{CheckpointFiles.State}'");
        if (FileDigest.Check(run, state.Captured) is [var captured, ..])
        {
            throw new ReproException($"{captured}.");
        }

        var snapshot = SnapshotParser.Parse(
            System.Text.Encoding.UTF8.GetString(Bytes(path, manifest, CheckpointFiles.Snapshot)), CheckpointFiles.Snapshot);
        return new Checkpoint(path, manifest, state, snapshot, [.. snapshot.Pictures.Select(picture => Picture(run, picture))]);
    }

    /// <summary>Restores the saved state into a run that has not begun.</summary>
    /// <exception cref="ReproException">The state is of another program.</exception>
    internal void Restore(TrainingState target)
    {
        try
        {
            ModelWeights.Write(target.Run.Model, SafetensorsReader.Read(Bytes(Path, manifest, CheckpointFiles.Weights)));
            target.GoOnAfter(snapshot.Epochs, captures, state.Step, state.Sums);
            var rates = Rates(target);
            using (var reader = new BinaryReader(new MemoryStream(Bytes(Path, manifest, CheckpointFiles.Optimizer))))
            {
                ((OptimizerHelper)target.Run.Optimizer).load_state_dict(reader);
            }

            if (!Rates(target).SequenceEqual(rates))
            {
                throw new InvalidDataException("the learning rate differs");
            }

            target.Hash.State = state.RunningHash;
            target.Batches.Restore(state.Generators);
            RandomStreams.Restore(Generator.Default, state.Generators[RandomStreams.Default]);
        }
        catch (Exception e) when (e is InvalidDataException or ArgumentException or InvalidOperationException or KeyNotFoundException)
        {
            throw new ReproException($"The checkpoint '{Path}' does not fit this program: {e.Message} Start over with --fresh.", e);
        }
    }

    private static double[] Rates(TrainingState target) => [.. target.Run.Optimizer.ParamGroups.Select(group => group.LearningRate)];

    private static Capture Picture(string run, SnapshotPicture entry)
    {
        var path = System.IO.Path.Combine(run, CaptureFiles.Picture(entry.FileName));
        try
        {
            var picture = PictureFile.Read(path);
            return entry.Is(picture)
                ? new Capture(entry.Epoch, entry.Kind, picture)
                : throw new ReproException($"The picture '{path}' was changed.");
        }
        catch (InvalidDataException e)
        {
            throw new ReproException($"The picture '{path}' is damaged: {e.Message}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, e);
        }
    }

    // The file was checked before, but these are the bytes that are used, so they are checked again.
    private static byte[] Bytes(string path, CheckpointManifest manifest, string name)
    {
        var content = Bytes(System.IO.Path.Combine(path, name));
        var listed = manifest.Files.First(file => file.Path == name);
        return FileDigest.Of(name, content) == listed ? content : throw new ReproException($"'{name}' was changed.");
    }

    private static byte[] Bytes(string path)
    {
        try
        {
            return RegularFile.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, e);
        }
    }

    private static ReproException Unreadable(string path, Exception cause) => cause is FileNotFoundException or DirectoryNotFoundException
        ? new($"'{System.IO.Path.GetFileName(path)}' is missing.", cause)
        : new($"'{path}' cannot be read: {cause.Message}", cause);
}
