namespace Repro.Cli.Runs;

/// <summary>How a command trains.</summary>
/// <param name="Force">Whether to train experiments whose run is up to date, too.</param>
/// <param name="Fresh">Whether to ignore checkpoints and start over.</param>
/// <param name="Wait">Whether to wait for another process that runs the same experiment.</param>
internal sealed record TrainingMode(bool Force, bool Fresh, bool Wait)
{
    /// <summary>Whether to write event files for TensorBoard.</summary>
    public bool TensorBoard { get; init; }
}
