using System.Globalization;
using Repro.Runtime.Captures;
using Repro.Runtime.Charts;
using Repro.Runtime.Checkpoints;
using Repro.Runtime.Files;
using Repro.Runtime.Snapshots;
using Repro.Runtime.Training;
using Repro.Runtime.Weights;

namespace Repro.Runtime.Runs;

/// <summary>
/// The folder of one run's results. <c>run.json</c> is removed first when a run begins and written last when it is finished, so what
/// lies beside it is always of one, finished, run. It lists the files with their digests: see <see cref="StoredRun"/> for how they are checked.
/// </summary>
public sealed class RunFolder
{
    private const string Record = "run.json";
    private const string SnapshotText = "snapshot.txt";
    private const string Losses = "losses.csv";
    private const string Chart = "losses.svg";
    private const string Weights = "weights" + Safetensors;
    private const string Captures = "captures";
    private const string Png = ".png";
    private const string TensorBoard = "tensorboard";
    private const string EventFile = "events.out.tfevents.";
    private const string Safetensors = ".safetensors";
    private const string EpochsMark = ".epochs-";
    private const string SeedMark = ".seed-";

    private readonly SortedDictionary<string, FileDigest> written = new(StringComparer.Ordinal);

    private RunFolder(string path) => Path = path;

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>The folder's name: the experiment's, and what was overridden.</summary>
    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>The command that makes its run again.</summary>
    public string Command => $"repro run {Name.Replace(EpochsMark, " --epochs ", StringComparison.Ordinal).Replace(SeedMark, " --seed ", StringComparison.Ordinal)}";

    /// <summary>The experiment. None has a dot in its name.</summary>
    public string Experiment => Name.Split('.')[0];

    /// <summary>How many epochs the run has, if that was overridden, and is in its name.</summary>
    public int? OverriddenEpochs => Name.Split(EpochsMark) is [_, var rest] && int.TryParse(rest.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var epochs) ? epochs : null;

    /// <summary>The snapshot's text.</summary>
    public string SnapshotPath => Join(SnapshotText);

    /// <summary>The losses as a table.</summary>
    public string LossesPath => Join(Losses);

    /// <summary>The losses as a chart.</summary>
    public string ChartPath => Join(Chart);

    /// <summary>The final weights.</summary>
    public string WeightsPath => Join(Weights);

    /// <summary>Where the run's state is kept while it trains.</summary>
    public CheckpointFolder Checkpoints => new(Join("checkpoints"));

    /// <summary>Whether there is a finished run here.</summary>
    public bool IsFinished => File.Exists(RecordPath);

    /// <summary>What was captured so far, as it was written.</summary>
    internal IReadOnlyList<FileDigest> CapturedFiles =>
        [.. written.Values.Where(file => file.Path.StartsWith(Captures + "/", StringComparison.Ordinal))];

    private string RecordPath => Join(Record);

    private string CapturesPath => Join(Captures);

    // Beside the runs lie folders of other things, such as the report.
    private bool IsRun => Directory.Exists(CapturesPath) || System.IO.Path.Exists(RecordPath);

    private IEnumerable<string> EventFiles => Directory.Exists(Join(TensorBoard)) ? Directory.GetFiles(Join(TensorBoard), EventFile + "*") : [];

    /// <summary>
    /// The folder of a run of <paramref name="actual"/> below <paramref name="root"/>: named after the experiment if the run is as
    /// <paramref name="locked"/> says, and otherwise also after what was overridden, such as <c>vae-70.epochs-5</c>.
    /// </summary>
    public static RunFolder Of(string root, ExperimentSettings locked, ExperimentSettings actual)
    {
        ArgumentNullException.ThrowIfNull(locked);
        ArgumentNullException.ThrowIfNull(actual);
        var name = locked.Name;
        name += actual.Epochs == locked.Epochs ? "" : string.Create(CultureInfo.InvariantCulture, $"{EpochsMark}{actual.Epochs}");
        name += actual.Seed == locked.Seed ? "" : string.Create(CultureInfo.InvariantCulture, $"{SeedMark}{actual.Seed}");
        return new RunFolder(System.IO.Path.Combine(root, "artifacts", name));
    }

    /// <summary>The folder at <paramref name="path"/>, whatever run it is of.</summary>
    public static RunFolder At(string path) => new(System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path)));

    /// <summary>The weights after a captured epoch; those of the last of all <paramref name="epochs"/> are the final ones.</summary>
    public string WeightsPathAt(int epoch, int epochs) => epoch == epochs ? WeightsPath : Join(CapturedWeights(epoch));

    /// <summary>Whether it is the folder of a run of this experiment, overridden or not.</summary>
    public bool IsOf(string experiment) => Experiment == experiment;

    /// <summary>The file of a picture.</summary>
    public string PicturePath(string name) => System.IO.Path.Combine(CapturesPath, name + Png);

    /// <summary>The pictures that there are, in the order of their epochs.</summary>
    /// <exception cref="IOException">The folder cannot be listed.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be listed.</exception>
    public IReadOnlyList<(int Epoch, string Kind)> Pictures => !Directory.Exists(CapturesPath)
        ? []
        : [.. Directory.GetFiles(CapturesPath, "*" + Png).Select(file => Capture.ParseName(System.IO.Path.GetFileNameWithoutExtension(file)))
            .OfType<(int Epoch, string Kind)>().OrderBy(picture => picture.Epoch).ThenBy(picture => picture.Kind, StringComparer.Ordinal)];

    /// <summary>A file of events for TensorBoard, which knows it by the beginning of its name.</summary>
    public string EventFilePath(string name) => System.IO.Path.Combine(Path, TensorBoard, EventFile + name);

    /// <summary>The finished or unfinished runs below <paramref name="root"/>, in ordinal order of their folders' names.</summary>
    public static IReadOnlyList<RunFolder> All(string root)
    {
        var artifacts = System.IO.Path.Combine(root, "artifacts");
        return Directory.Exists(artifacts)
            ? [.. Directory.GetDirectories(artifacts).Order(StringComparer.Ordinal).Select(path => new RunFolder(path)).Where(folder => folder.IsRun)]
            : [];
    }

    /// <summary>
    /// Creates the folder, or takes away what an earlier run left in it, its record first. What a run needs that goes on
    /// <paramref name="from"/> a checkpoint stays.
    /// </summary>
    /// <exception cref="ReproException">The folder is not writable.</exception>
    public void Begin(Checkpoint? from = null)
    {
        RequireNoFileInItsPlace();
        var kept = from?.CapturedFiles ?? [];
        try
        {
            Directory.CreateDirectory(CapturesPath);
            File.Delete(RecordPath);
            AtomicFile.DeletePartial(Path);
            AtomicFile.DeletePartial(CapturesPath);
            Checkpoints.DeleteAfter(from?.Position);
            string[] captures = [.. Directory.GetFiles(CapturesPath, "*" + Png), .. Directory.GetFiles(CapturesPath, "*" + Safetensors)];
            var old = captures.Except(kept.Select(file => System.IO.Path.Combine([Path, .. file.Path.Split('/')])));
            foreach (var file in old.Concat(EventFiles).Concat([SnapshotPath, LossesPath, ChartPath, WeightsPath]))
            {
                File.Delete(file);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ReproException($"The artifacts folder '{Path}' is not writable: {e.Message} Make it writable, or move it away.", e);
        }

        written.Clear();
        foreach (var file in kept)
        {
            Keep(file.Path, file);
        }

        // A folder can be listed and yet not take a new file: better to know before hours of training.
        Write([]);
    }

    /// <summary>Fails when a file lies where the run, or its lock beside it, needs a folder.</summary>
    /// <exception cref="ReproException">There is such a file; the message names it.</exception>
    public void RequireNoFileInItsPlace()
    {
        if (((string[])[System.IO.Path.GetDirectoryName(Path)!, Path, CapturesPath]).FirstOrDefault(File.Exists) is { } obstacle)
        {
            throw new ReproException($"'{obstacle}' is a file, and the artifacts need a folder of that name. Move the file away.");
        }
    }

    /// <summary>Writes the losses so far.</summary>
    public void Write(IReadOnlyList<EpochResult> epochs) => WriteText(Losses, LossesCsv.Write(epochs));

    /// <summary>Writes a picture.</summary>
    public void Write(Capture capture)
    {
        ArgumentNullException.ThrowIfNull(capture);
        Write($"{Captures}/{capture.FileName}{Png}", stream => stream.Write(capture.Picture.ToPng()));
    }

    /// <summary>Writes the weights after a captured epoch that is not the last.</summary>
    public void Write(int epoch, int epochs, IReadOnlyList<WeightTensor> weights)
    {
        if (epoch < epochs)
        {
            Write(CapturedWeights(epoch), stream => SafetensorsWriter.Write(stream, weights));
        }
    }

    /// <summary>Writes what there is at the end of a run; the record comes last, and lists all that was written. Then the checkpoints go.</summary>
    public void Finish(Snapshot snapshot, IReadOnlyList<WeightTensor> weights, TimeSpan duration, DateTimeOffset finished)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        Write(snapshot.Epochs);
        WriteText(Chart, LineChartSvg.Write(LossChart.Of(snapshot.Header.Experiment, snapshot.Epochs)));
        Write(Weights, stream => SafetensorsWriter.Write(stream, weights));
        WriteText(SnapshotText, SnapshotWriter.Write(snapshot));
        foreach (var name in EventFiles.Select(file => $"{TensorBoard}/{System.IO.Path.GetFileName(file)}"))
        {
            Keep(name, FileDigest.Of(Path, name));
        }

        AtomicFile.WriteText(RecordPath, RunRecord.Of(snapshot, duration, finished, [.. written.Values]).ToJson());
        Checkpoints.DeleteAll();
    }

    /// <summary>The record of the finished run in this folder, or <c>null</c> when there is none.</summary>
    /// <exception cref="ReproException">The record cannot be read, or is not as it was written.</exception>
    public RunRecord? TryReadRecord()
    {
        try
        {
            return File.Exists(RecordPath) ? RunRecord.Parse(RegularFile.ReadAllText(RecordPath), RecordPath) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ReproException($"'{RecordPath}' cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Every file of the folder that <paramref name="record"/> does not list; what a crash left of files being written is none.</summary>
    internal IEnumerable<FileFinding> Extra(RunRecord record) =>
        Directory.GetFiles(Path, "*", SearchOption.AllDirectories)
            .Where(file => !file.EndsWith(AtomicFile.PartialExtension, StringComparison.Ordinal))
            .Select(file => System.IO.Path.GetRelativePath(Path, file).Replace('\\', '/'))
            .Except(record.Files.Select(file => file.Path).Append(Record), StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(path => new FileFinding(path, FileProblem.Extra, "is no file of the run"));

    private static string CapturedWeights(int epoch) => $"{Captures}/{Capture.NameOf(epoch, Weights)}";

    private void WriteText(string name, string text) => Keep(name, AtomicFile.WriteText(Join(name), text));

    private void Write(string name, Action<Stream> write) => Keep(name, AtomicFile.Write(Join(name), write));

    private void Keep(string name, FileDigest digest) => written[name] = digest with { Path = name };

    private string Join(string name) => System.IO.Path.Combine(Path, name);
}
