using System.Runtime.InteropServices;
using Repro.Runtime.Data;
using Repro.Runtime.Files;
using Repro.Runtime.Randomness;
using Repro.Runtime.Snapshots;
using Repro.Runtime.Training;
using Repro.Runtime.Weights;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Repro.Runtime.Checkpoints;

/// <summary>Restores a run from a checkpoint, and writes new checkpoints as it trains.</summary>
internal sealed class Checkpointer : ICheckpointer
{
    private readonly CheckpointFolder folder;
    private readonly Func<IReadOnlyList<FileDigest>> captured;
    private readonly ExperimentSettings settings;
    private readonly DataSet data;
    private readonly TimeProvider clock;
    private readonly Checkpoint? from;
    private readonly long started;
    private readonly CheckpointInterval interval;
    private readonly Action<string> warn;
    private readonly List<SnapshotPicture> pictures = [];
    private bool warned;

    /// <param name="folder">Where the checkpoints go.</param>
    /// <param name="captured">The files that were captured so far, relative to the run's folder.</param>
    /// <param name="settings">The settings of the run.</param>
    /// <param name="data">Its images.</param>
    /// <param name="clock">The clock that says when a checkpoint is due.</param>
    /// <param name="warn">Is told, once, that an old checkpoint cannot be deleted.</param>
    /// <param name="from">The checkpoint to go on from; <c>null</c> to start at the beginning.</param>
    public Checkpointer(
        CheckpointFolder folder,
        Func<IReadOnlyList<FileDigest>> captured,
        ExperimentSettings settings,
        DataSet data,
        TimeProvider clock,
        Action<string> warn,
        Checkpoint? from)
    {
        (this.folder, this.captured, this.settings, this.data, this.clock, this.from) = (folder, captured, settings, data, clock, from);
        this.warn = warn;
        started = clock.GetTimestamp();
        interval = new CheckpointInterval(settings.Checkpoint, clock);
        Last = from?.Position;
    }

    /// <summary>The newest checkpoint of the run; <c>null</c> before the first.</summary>
    public CheckpointPosition? Last { get; private set; }

    /// <summary>How long the run has trained, including the time before the checkpoint that it went on from.</summary>
    public TimeSpan Duration => clock.GetElapsedTime(started) + (from?.Duration ?? TimeSpan.Zero);

    /// <summary>Restores the checkpoint into a run that has not begun; <c>false</c> when there is none.</summary>
    /// <exception cref="ReproException">The checkpoint does not fit this program.</exception>
    public bool Resume(TrainingState state)
    {
        from?.Restore(state);
        return from is not null;
    }

    /// <summary>Writes a checkpoint if one is due. The trainer calls this before each step.</summary>
    /// <exception cref="ReproException">The checkpoint cannot be written.</exception>
    public void StepBegins(TrainingState state)
    {
        if (interval.IsDue(state))
        {
            Write(state);
            interval.Restart();
        }
    }

    /// <summary>
    /// Writes a checkpoint, except when there is one of this state already, when no step is complete, or when a weight is not finite: then
    /// the next loss will not be finite either.
    /// </summary>
    /// <exception cref="ReproException">The checkpoint cannot be written.</exception>
    public void Write(TrainingState state)
    {
        var position = new CheckpointPosition(state.Epochs.Count, state.Step);
        var weights = ModelWeights.Read(state.Run.Model);
        if (position == (Last ?? new(0, 0)) || !weights.All(IsFinite))
        {
            return;
        }

        folder.Add(position, path => WriteFiles(path, state, weights));
        Last = position;
        if (folder.Keep(settings.Checkpoint.Keep) is { } problem && !warned)
        {
            warned = true;
            warn($"An old checkpoint cannot be deleted now, and is tried again with the next one: {problem}");
        }
    }

    private void WriteFiles(string path, TrainingState state, IReadOnlyList<WeightTensor> weights)
    {
        pictures.AddRange(state.Captures.Skip(pictures.Count).Select(SnapshotPicture.Of));
        var header = SnapshotHeader.Of(settings, data, state.Run.Model.parameters().Sum(parameter => parameter.numel()));
        var generators = new SortedDictionary<string, byte[]>(state.Batches.Streams.ToDictionary(), StringComparer.Ordinal)
        {
            [RandomStreams.Default] = RandomStreams.State(Generator.Default),
        };
        FileDigest[] files =
        [
            AtomicFile.Write(Path.Combine(path, CheckpointFiles.Weights), stream => SafetensorsWriter.Write(stream, weights)),
            AtomicFile.Write(Path.Combine(path, CheckpointFiles.Optimizer), stream => WriteOptimizer(stream, state)),
            AtomicFile.WriteText(
                Path.Combine(path, CheckpointFiles.Snapshot), SnapshotWriter.Write(new Snapshot(header, state.Epochs, pictures, null))),
            AtomicFile.WriteText(
                Path.Combine(path, CheckpointFiles.State),
                CheckpointJson.Write(
                    new CheckpointState(state.Step, state.Sums, [.. state.Hash.State], generators, captured(), Duration.TotalSeconds))),
        ];
        AtomicFile.WriteText(
            Path.Combine(path, CheckpointFiles.Manifest),
            CheckpointJson.Write(new CheckpointManifest(CheckpointManifest.CurrentFormat, files)));
    }

    private static void WriteOptimizer(Stream stream, TrainingState state)
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        ((OptimizerHelper)state.Run.Optimizer).save_state_dict(writer);
    }

    private static bool IsFinite(WeightTensor weight)
    {
        if (weight.Type == WeightType.Float32)
        {
            foreach (var value in MemoryMarshal.Cast<byte, float>(weight.Data.Span))
            {
                if (!float.IsFinite(value))
                {
                    return false;
                }
            }
        }

        return true;
    }
}
