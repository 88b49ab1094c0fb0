namespace Repro.Runtime.Runs;

/// <summary>The files of a run, relative to its folder, with forward slashes.</summary>
internal static class RunFiles
{
    /// <summary>The manifest, see <see cref="RunRecord"/>: it is removed first when a run begins, and written last.</summary>
    public const string Record = "run.json";

    /// <summary>The text of the snapshot.</summary>
    public const string Snapshot = "snapshot.txt";

    /// <summary>The losses as a table.</summary>
    public const string Losses = "losses.csv";

    /// <summary>The losses as a chart.</summary>
    public const string Chart = "losses.svg";

    /// <summary>The final weights.</summary>
    public const string Weights = "weights.safetensors";

    /// <summary>The folder of the checkpoints.</summary>
    public const string Checkpoints = "checkpoints";

    /// <summary>The folder of TensorBoard's files.</summary>
    public const string TensorBoard = "tensorboard";

    /// <summary>The start of the name of an event file: TensorBoard finds its files by it.</summary>
    public const string EventPrefix = "events.out.tfevents.";
}
