using Repro.Runtime.Training;

namespace Repro.Runtime.Checkpoints;

/// <summary>When a checkpoint is due: after a number of epochs if the settings give one, otherwise after some time.</summary>
internal sealed class CheckpointInterval(CheckpointSettings settings, TimeProvider clock)
{
    /// <summary>The time from one checkpoint to the next, when the settings give no number of epochs.</summary>
    public static readonly TimeSpan Usual = TimeSpan.FromSeconds(30);

    private long last = clock.GetTimestamp();

    /// <summary>Whether a checkpoint is due before the next step.</summary>
    public bool IsDue(TrainingState state) => settings.Every is { } epochs
        ? state.Step == 0 && state.Epochs.Count > 0 && state.Epochs.Count % epochs == 0
        : clock.GetElapsedTime(last) >= Usual;

    /// <summary>Starts the interval again: a checkpoint was written.</summary>
    public void Restart() => last = clock.GetTimestamp();
}
