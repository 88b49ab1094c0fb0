using Repro.Runtime.Captures;
using Repro.Runtime.Charts;
using Repro.Runtime.Checkpoints;
using Repro.Runtime.Files;
using Repro.Runtime.Snapshots;
using Repro.Runtime.Training;
using Repro.Runtime.Weights;

namespace Repro.Runtime.Runs;

/// <summary>Writes the files of a run as it trains, and keeps their digests for the record.</summary>
internal sealed class RunWriter
{
    private readonly RunFolder folder;
    private readonly SortedDictionary<string, FileDigest> written = new(StringComparer.Ordinal);

    private RunWriter(RunFolder folder) => this.folder = folder;

    /// <summary>The pictures and weights that were captured so far.</summary>
    public IReadOnlyList<FileDigest> CapturedFiles =>
        [.. written.Values.Where(file => file.Path.StartsWith(CaptureFiles.Folder + "/", StringComparison.Ordinal))];

    /// <summary>
    /// Creates the folder and removes the files of an earlier run, its record first. The files that a run needs when it goes on
    /// <paramref name="from"/> a checkpoint stay.
    /// </summary>
    /// <exception cref="ReproException">The folder is not writable.</exception>
    public static RunWriter Begin(RunFolder folder, Checkpoint? from = null)
    {
        folder.RequireNoFileInItsPlace();
        var writer = new RunWriter(folder);
        foreach (var file in from?.CapturedFiles ?? [])
        {
            writer.Keep(file.Path, file);
        }

        try
        {
            writer.Clear(from?.Position);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw folder.NotWritable(e);
        }

        // A folder can be listed and yet refuse a new file: the user should know before hours of training.
        writer.Write([]);
        return writer;
    }

    /// <summary>Writes the losses so far.</summary>
    public void Write(IReadOnlyList<EpochResult> epochs) => WriteText(RunFiles.Losses, LossesCsv.Write(epochs));

    /// <summary>Writes a picture.</summary>
    public void Write(Capture capture) => Write(CaptureFiles.Picture(capture.FileName), stream => stream.Write(capture.Picture.ToPng()));

    /// <summary>Writes the weights after a captured epoch that is not the last.</summary>
    public void Write(int epoch, int epochs, IReadOnlyList<WeightTensor> weights)
    {
        if (epoch < epochs)
        {
            Write(CaptureFiles.Weights(epoch), stream => SafetensorsWriter.Write(stream, weights));
        }
    }

    /// <summary>Writes the results of the whole run. The record comes last and lists all files; then the checkpoints are deleted.</summary>
    public RunRecord Finish(Snapshot snapshot, IReadOnlyList<WeightTensor> weights, TimeSpan duration, DateTimeOffset finished)
    {
        Write(snapshot.Epochs);
        WriteText(RunFiles.Chart, LineChartSvg.Write(LossChart.Of(snapshot.Header.Experiment, snapshot.Epochs)));
        Write(RunFiles.Weights, stream => SafetensorsWriter.Write(stream, weights));
        WriteText(RunFiles.Snapshot, SnapshotWriter.Write(snapshot));
        foreach (var name in folder.EventFiles.Select(file => $"{RunFiles.TensorBoard}/{Path.GetFileName(file)}"))
        {
            Keep(name, FileDigest.Of(folder.Path, name));
        }

        var record = RunRecord.Of(snapshot, duration, finished, [.. written.Values]);
        AtomicFile.WriteText(folder.RecordPath, record.ToJson());
        folder.Checkpoints.DeleteAll();
        return record;
    }

    private void Clear(CheckpointPosition? last)
    {
        Folders.Create(folder.CapturesPath);
        // What cannot be listed shows before the record of the old run is gone.
        IReadOnlyList<string> captures =
        [
            .. Folders.Files(folder.CapturesPath, "*" + CaptureFiles.PictureExtension),
            .. Folders.Files(folder.CapturesPath, "*" + CaptureFiles.WeightsExtension),
        ];
        var events = folder.EventFiles;
        _ = folder.Checkpoints.Positions;
        RegularFile.Delete(folder.RecordPath);
        AtomicFile.DeletePartial(folder.Path);
        AtomicFile.DeletePartial(folder.CapturesPath);
        folder.Checkpoints.DeleteAfter(last);
        var kept = written.Keys.Select(name => Path.Combine([folder.Path, .. name.Split('/')]));
        foreach (var file in captures.Except(kept).Concat(events)
            .Concat([folder.SnapshotPath, folder.LossesPath, folder.ChartPath, folder.WeightsPath]))
        {
            RegularFile.Delete(file);
        }
    }

    private void WriteText(string name, string text) => Keep(name, AtomicFile.WriteText(Path.Combine(folder.Path, name), text));

    private void Write(string name, Action<Stream> write) => Keep(name, AtomicFile.Write(Path.Combine(folder.Path, name), write));

    private void Keep(string name, FileDigest digest) => written[name] = digest with { Path = name };
}
