namespace Repro.Cli.Runs;

/// <summary>How a command trains.</summary>
/// <param name="Force">Whether an experiment is also trained whose finished run is up to date.</param>
/// <param name="Fresh">Whether to start over where there is a checkpoint.</param>
/// <param name="Wait">Whether to wait for another process that runs the same experiment.</param>
internal sealed record TrainingMode(bool Force, bool Fresh, bool Wait)
{
    /// <summary>Whether to write event files for TensorBoard.</summary>
    public bool TensorBoard { get; init; }
}
