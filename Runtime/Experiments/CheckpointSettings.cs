namespace Repro.Runtime;

/// <summary>How often a run's state goes to disk. It changes no number, so it is no part of <see cref="ExperimentSettings.SpecHash"/>.</summary>
public sealed record CheckpointSettings
{
    /// <summary>Epochs from one checkpoint to the next; <c>null</c> goes by time, so that a crash costs less than a minute.</summary>
    public int? Every { get; init; }

    /// <summary>How many checkpoints are kept, the newest; more than one, a damaged one has another to fall back to.</summary>
    public int Keep { get; init; } = 2;
}
