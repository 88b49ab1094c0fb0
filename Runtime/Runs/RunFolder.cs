using System.Globalization;
using Repro.Runtime.Captures;
using Repro.Runtime.Checkpoints;
using Repro.Runtime.Data;
using Repro.Runtime.Files;

namespace Repro.Runtime.Runs;

/// <summary>
/// The folder of one run. Its record, <c>run.json</c>, is removed first when a run begins, and written last. So the files beside a record
/// are those of one finished run. <see cref="RunWriter"/> writes them, <see cref="Run"/> reads and checks them.
/// </summary>
public sealed class RunFolder
{
    private const string Artifacts = "artifacts";
    private const string EpochsMark = ".epochs-";
    private const string SeedMark = ".seed-";

    private RunFolder(string path) => Path = path;

    /// <summary>The path of the folder.</summary>
    public string Path { get; }

    /// <summary>The name of the folder: the experiment's, and what was overridden.</summary>
    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>The command that makes this run again.</summary>
    public string Command =>
        "repro run " + Name.Replace(EpochsMark, " --epochs ", StringComparison.Ordinal).Replace(
            SeedMark, " --seed ", StringComparison.Ordinal);

    /// <summary>The name of the experiment, which never has a dot.</summary>
    public string Experiment => Name.Split('.')[0];

    /// <summary>The number of epochs that the folder's name gives; <c>null</c> when the number was not overridden.</summary>
    public int? OverriddenEpochs =>
        Name.Split(EpochsMark) is [_, var rest]
        && int.TryParse(rest.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var epochs) ? epochs : null;

    /// <summary>How far the run is.</summary>
    public RunState State => IsFinished ? RunState.Finished : RunLock.IsTaken(this) ? RunState.Running : RunState.Stopped;

    /// <summary>Whether the run is finished.</summary>
    public bool IsFinished => RegularFile.Exists(RecordPath);

    /// <summary>The snapshot's text.</summary>
    public string SnapshotPath => Join(RunFiles.Snapshot);

    /// <summary>The losses as a table.</summary>
    public string LossesPath => Join(RunFiles.Losses);

    /// <summary>The losses as a chart.</summary>
    public string ChartPath => Join(RunFiles.Chart);

    /// <summary>The final weights.</summary>
    public string WeightsPath => Join(RunFiles.Weights);

    /// <summary>The checkpoints of the run while it trains.</summary>
    public CheckpointFolder Checkpoints => new(Join(RunFiles.Checkpoints));

    /// <summary>The pictures in the folder, in the order of their epochs.</summary>
    /// <exception cref="IOException">The folder cannot be listed.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be listed.</exception>
    public IReadOnlyList<(int Epoch, string Kind)> Pictures =>
    [
        .. Folders.Files(CapturesPath, "*" + CaptureFiles.PictureExtension)
            .Select(file => Capture.ParseName(System.IO.Path.GetFileNameWithoutExtension(file)))
            .OfType<(int Epoch, string Kind)>()
            .OrderBy(picture => picture.Epoch)
            .ThenBy(picture => picture.Kind, StringComparer.Ordinal),
    ];

    /// <summary>The record, see <see cref="TryReadRecord"/>.</summary>
    internal string RecordPath => Join(RunFiles.Record);

    /// <summary>The folder of the pictures, and of the weights beside them.</summary>
    internal string CapturesPath => Join(CaptureFiles.Folder);

    /// <summary>The event files for TensorBoard.</summary>
    internal IReadOnlyList<string> EventFiles => Folders.Files(Join(RunFiles.TensorBoard), RunFiles.EventPrefix + "*");

    /// <summary>
    /// Whether checkpoints lie beside a finished run. They are never used: a crash or a full disk kept them from being deleted.
    /// </summary>
    /// <exception cref="ReproException">The folder may not be entered.</exception>
    public bool HasLeftovers => IsFinished && Checkpoints.Exists;

    // The folder of the artifacts has other folders too, such as the report. One that may not be entered could be a run.
    private bool IsRun
    {
        get
        {
            try
            {
                return Folders.Exists(CapturesPath) || RegularFile.Exists(RecordPath) || Folders.Exists(RecordPath);
            }
            catch (ReproException)
            {
                return true;
            }
        }
    }

    /// <summary>The folder of the run of an experiment as the file describes it, below <paramref name="root"/>.</summary>
    public static RunFolder Of(string root, ExperimentSettings settings) => Of(root, settings, settings);

    /// <summary>
    /// The folder of a run with the settings <paramref name="actual"/>, below <paramref name="root"/>. It has the name of the experiment,
    /// and of each setting that differs from <paramref name="locked"/>: <c>vae-70.epochs-5</c>.
    /// </summary>
    public static RunFolder Of(string root, ExperimentSettings locked, ExperimentSettings actual)
    {
        ArgumentNullException.ThrowIfNull(locked);
        ArgumentNullException.ThrowIfNull(actual);
        var name = locked.Name;
        name += actual.Epochs == locked.Epochs ? "" : string.Create(CultureInfo.InvariantCulture, $"{EpochsMark}{actual.Epochs}");
        name += actual.Seed == locked.Seed ? "" : string.Create(CultureInfo.InvariantCulture, $"{SeedMark}{actual.Seed}");
        return new RunFolder(System.IO.Path.Combine(root, Artifacts, name));
    }

    /// <summary>The folder at <paramref name="path"/>, of any run.</summary>
    public static RunFolder At(string path) => new(System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path)));

    /// <summary>The folders of all runs below <paramref name="root"/>, finished or not, in ordinal order of their names.</summary>
    public static IReadOnlyList<RunFolder> All(string root) =>
        [.. Folders.In(System.IO.Path.Combine(root, Artifacts)).Select(path => new RunFolder(path)).Where(folder => folder.IsRun)];

    /// <summary>The weights after a captured epoch; those of the last of all <paramref name="epochs"/> are the final ones.</summary>
    public string WeightsPathAt(int epoch, int epochs) => epoch == epochs ? WeightsPath : Join(CaptureFiles.Weights(epoch));

    /// <summary>Whether this is the folder of a run of the experiment, overridden or not.</summary>
    public bool IsOf(string experiment) => Experiment == experiment;

    /// <summary>The file of a picture.</summary>
    public string PicturePath(string name) => Join(CaptureFiles.Picture(name));

    /// <summary>The file of events for TensorBoard whose name ends with <paramref name="name"/>.</summary>
    public string EventFilePath(string name) => System.IO.Path.Combine(Path, RunFiles.TensorBoard, RunFiles.EventPrefix + name);

    /// <summary>The newest checkpoint that a run can go on from, or <c>null</c>; a finished run has none.</summary>
    /// <param name="settings">The settings of the run.</param>
    /// <param name="data">Its images.</param>
    /// <param name="unused">A sentence for each newer checkpoint that cannot be used, with the reason.</param>
    public Checkpoint? FindCheckpoint(ExperimentSettings settings, DataSet data, out IReadOnlyList<string> unused)
    {
        unused = [];
        return IsFinished ? null : Checkpoints.FindNewest(Path, settings, data, out unused);
    }

    /// <summary>The record of the finished run in this folder, or <c>null</c> when there is none.</summary>
    /// <exception cref="ReproException">The record cannot be read, or was changed.</exception>
    public RunRecord? TryReadRecord() => RegularFile.TryReadAllText(RecordPath) is { } text ? RunRecord.Parse(text, RecordPath) : null;

    /// <summary>Deletes the checkpoints beside a finished run, as far as that is possible. The caller holds the run's lock.</summary>
    public void DeleteLeftovers()
    {
        if (HasLeftovers)
        {
            Checkpoints.DeleteAll();
        }
    }

    /// <summary>Fails when a file is in the place of a folder that the run, or its lock, needs.</summary>
    /// <exception cref="ReproException">There is such a file; the message names it.</exception>
    public void RequireNoFileInItsPlace()
    {
        string[] needed = [System.IO.Path.GetDirectoryName(Path)!, Path, CapturesPath];
        if (needed.FirstOrDefault(RegularFile.Exists) is { } obstacle)
        {
            throw new ReproException($"'{obstacle}' is a file, and the artifacts need a folder of that name. Move the file away.");
        }
    }

    /// <summary>
    /// Every file of the folder that <paramref name="record"/> does not list. Files that a crash left half written do not count, nor do
    /// <see cref="HasLeftovers"/>.
    /// </summary>
    internal IEnumerable<FileFinding> Extra(RunRecord record) =>
        Folders.FilesBelow(Path)
            .Where(file => !file.EndsWith(AtomicFile.PartialExtension, StringComparison.Ordinal))
            .Select(file => System.IO.Path.GetRelativePath(Path, file).Replace('\\', '/'))
            .Where(path => !path.StartsWith(RunFiles.Checkpoints + "/", StringComparison.Ordinal))
            .Except(record.Files.Select(file => file.Path).Append(RunFiles.Record), StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(path => new FileFinding(path, FileProblem.Extra, "is not a file of the run"));

    /// <summary>The message about a folder that cannot be written.</summary>
    internal ReproException NotWritable(Exception cause) =>
        new($"The artifacts folder '{Path}' is not writable: {cause.Message} Make it writable, or move it away.", cause);

    private string Join(string name) => System.IO.Path.Combine(Path, name);
}
