using System.Globalization;
using Repro.Runtime.Captures;
using Repro.Runtime.Checkpoints;
using Repro.Runtime.Charts;
using Repro.Runtime.Snapshots;
using Repro.Runtime.Training;
using Repro.Runtime.Weights;

namespace Repro.Runtime.Artifacts;

/// <summary>
/// The folder of one run's results. <c>run.json</c> is removed first when a run begins and written last when it is finished, so what
/// lies beside it is always of one, finished, run.
/// </summary>
public sealed class ArtifactFolder
{
    private ArtifactFolder(string path) => Path = path;

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>The snapshot's text.</summary>
    public string SnapshotPath => Join("snapshot.txt");

    /// <summary>The losses as a table.</summary>
    public string LossesPath => Join("losses.csv");

    /// <summary>The losses as a chart.</summary>
    public string ChartPath => Join("losses.svg");

    /// <summary>The final weights.</summary>
    public string WeightsPath => Join("weights.safetensors");

    /// <summary>Where the run's state is kept while it trains.</summary>
    public CheckpointFolder Checkpoints => new(Join("checkpoints"));

    /// <summary>Whether there is a finished run here.</summary>
    public bool IsFinished => File.Exists(RecordPath);

    private string RecordPath => Join("run.json");

    private string CapturesPath => Join("captures");

    /// <summary>
    /// The folder of a run of <paramref name="actual"/> below <paramref name="root"/>: named after the experiment if the run is as
    /// <paramref name="locked"/> says, and otherwise also after what was overridden, such as <c>vae-70.epochs-5</c>.
    /// </summary>
    public static ArtifactFolder Of(string root, ExperimentSettings locked, ExperimentSettings actual)
    {
        ArgumentNullException.ThrowIfNull(locked);
        ArgumentNullException.ThrowIfNull(actual);
        var name = locked.Name;
        name += actual.Epochs == locked.Epochs ? "" : string.Create(CultureInfo.InvariantCulture, $".epochs-{actual.Epochs}");
        name += actual.Seed == locked.Seed ? "" : string.Create(CultureInfo.InvariantCulture, $".seed-{actual.Seed}");
        return new ArtifactFolder(System.IO.Path.Combine(root, "artifacts", name));
    }

    /// <summary>The file of a picture.</summary>
    public string PicturePath(string name) => System.IO.Path.Combine(CapturesPath, name + ".png");

    /// <summary>
    /// Creates the folder, or takes away what an earlier run left in it, its record first. What a run needs that goes on
    /// <paramref name="from"/> a checkpoint stays.
    /// </summary>
    /// <exception cref="ReproException">The folder is not writable.</exception>
    public void Begin(Checkpoint? from = null)
    {
        if (((string[])[System.IO.Path.GetDirectoryName(Path)!, Path, CapturesPath]).FirstOrDefault(File.Exists) is { } obstacle)
        {
            throw new ReproException($"'{obstacle}' is a file, and the artifacts need a folder of that name. Move the file away.");
        }

        try
        {
            Directory.CreateDirectory(CapturesPath);
            File.Delete(RecordPath);
            AtomicFile.DeletePartial(Path);
            AtomicFile.DeletePartial(CapturesPath);
            Checkpoints.DeleteAfter(from?.Position);
            var kept = from is null ? [] : from.Captures.Select(capture => PicturePath(capture.FileName)).ToArray();
            foreach (var file in Directory.GetFiles(CapturesPath, "*.png").Except(kept).Concat([SnapshotPath, LossesPath, ChartPath, WeightsPath]))
            {
                File.Delete(file);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ReproException($"The artifacts folder '{Path}' is not writable: {e.Message} Make it writable, or move it away.", e);
        }

        // A folder can be listed and yet not take a new file: better to know before hours of training.
        AtomicFile.WriteText(LossesPath, LossesCsv.Write([]));
    }

    /// <summary>Writes the losses so far.</summary>
    public void Write(IReadOnlyList<EpochResult> epochs) => AtomicFile.WriteText(LossesPath, LossesCsv.Write(epochs));

    /// <summary>Writes a picture.</summary>
    public void Write(Capture capture)
    {
        ArgumentNullException.ThrowIfNull(capture);
        AtomicFile.Write(PicturePath(capture.FileName), stream => stream.Write(capture.Picture.ToPng()));
    }

    /// <summary>Writes what there is at the end of a run; the record comes last. Then its checkpoints go.</summary>
    public void Finish(Snapshot snapshot, IReadOnlyList<WeightTensor> weights, RunRecord record)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(record);
        Write(snapshot.Epochs);
        AtomicFile.WriteText(ChartPath, LineChartSvg.Write(LossChart.Of(snapshot.Header.Experiment, snapshot.Epochs)));
        AtomicFile.Write(WeightsPath, stream => SafetensorsWriter.Write(stream, weights));
        AtomicFile.WriteText(SnapshotPath, SnapshotWriter.Write(snapshot));
        AtomicFile.WriteText(RecordPath, record.ToJson());
        Checkpoints.DeleteAll();
    }

    /// <summary>The record of the finished run in this folder, or <c>null</c> when there is none.</summary>
    /// <exception cref="ReproException">The record cannot be read.</exception>
    public RunRecord? TryReadRecord()
    {
        try
        {
            return File.Exists(RecordPath) ? RunRecord.Parse(File.ReadAllText(RecordPath), RecordPath) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ReproException($"'{RecordPath}' cannot be read: {e.Message}", e);
        }
    }

    private string Join(string name) => System.IO.Path.Combine(Path, name);
}
