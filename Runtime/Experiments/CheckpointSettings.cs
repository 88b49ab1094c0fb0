namespace Repro.Runtime;

/// <summary>
/// How often a run's state goes to disk. It changes no number, so it is not part of <see cref="ExperimentSettings.SpecHash"/>.
/// </summary>
public sealed record CheckpointSettings
{
    /// <summary>
    /// The number of epochs from one checkpoint to the next. With <c>null</c> the time decides, and a crash costs less than a minute.
    /// </summary>
    public int? Every { get; init; }

    /// <summary>How many of the newest checkpoints are kept. With more than one, a run can fall back from a damaged one.</summary>
    public int Keep { get; init; } = 2;
}
