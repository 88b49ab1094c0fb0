using System.Globalization;
using Repro.Runtime.Captures;
using Repro.Runtime.Training;

namespace Repro.Cli.Progress;

/// <summary>How far a training is: counts its epochs and says how long the rest will take.</summary>
internal sealed class TrainingProgress(string experiment, int epochs, TimeProvider clock) : ITrainingObserver
{
    private readonly long started = clock.GetTimestamp();
    private int first;

    /// <summary>The last epoch that is done; 0 before the first.</summary>
    public int Epoch { get; private set; }

    /// <summary>Called after each epoch with this progress and its line of text.</summary>
    public event Action<TrainingProgress, string>? Advanced;

    /// <inheritdoc/>
    public void Resumed(IReadOnlyList<EpochResult> epochs, IReadOnlyList<Capture> captures) => Epoch = first = epochs.Count;

    /// <inheritdoc/>
    public void EpochEnded(EpochResult epoch)
    {
        Epoch = epoch.Epoch;
        Advanced?.Invoke(this, string.Create(
            CultureInfo.InvariantCulture, $"{experiment}  epoch {Epoch}/{epochs}  loss {epoch.Loss:G6}{Validation(epoch)}  {Left()}"));
    }

    /// <inheritdoc/>
    public void Captured(Capture capture)
    {
    }

    private static string Validation(EpochResult epoch) =>
        epoch.Validation is [var loss, ..] ? string.Create(CultureInfo.InvariantCulture, $"  {loss.Name} {loss.Value:G6}") : "";

    private string Left()
    {
        var left = clock.GetElapsedTime(started) / (Epoch - first) * (epochs - Epoch);
        return Epoch == epochs ? "done" : string.Create(CultureInfo.InvariantCulture, $"{(int)left.TotalHours}:{left.Minutes:D2}:{left.Seconds:D2} left");
    }
}
