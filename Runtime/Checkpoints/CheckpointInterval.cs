using Repro.Runtime.Training;

namespace Repro.Runtime.Checkpoints;

/// <summary>When a checkpoint is due: after so many epochs, or else so much time.</summary>
internal sealed class CheckpointInterval(CheckpointSettings settings, TimeProvider clock)
{
    /// <summary>From one checkpoint to the next where the settings give no number of epochs.</summary>
    public static readonly TimeSpan Usual = TimeSpan.FromSeconds(30);

    private long last = clock.GetTimestamp();

    /// <summary>Whether one is due before the next step.</summary>
    public bool IsDue(TrainingState state) => settings.Every is { } epochs
        ? state.Step == 0 && state.Epochs.Count > 0 && state.Epochs.Count % epochs == 0
        : clock.GetElapsedTime(last) >= Usual;

    /// <summary>One was written.</summary>
    public void Restart() => last = clock.GetTimestamp();
}
