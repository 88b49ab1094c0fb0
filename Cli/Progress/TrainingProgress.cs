using System.Globalization;
using Repro.Runtime.Captures;
using Repro.Runtime.Training;

namespace Repro.Cli.Progress;

/// <summary>The progress of a training: the number of epochs, and the time that is left.</summary>
internal sealed class TrainingProgress(string experiment, int epochs, TimeProvider clock) : ITrainingObserver
{
    private readonly long started = clock.GetTimestamp();
    private int first;

    /// <summary>The last finished epoch; 0 before the first.</summary>
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

    /// <summary>Is called with a sentence about a problem that does not stop the run.</summary>
    public event Action<string>? Problem;

    /// <inheritdoc/>
    public void Warned(string problem) => Problem?.Invoke(problem);

    private static string Validation(EpochResult epoch) =>
        epoch.Validation is [var loss, ..] ? string.Create(CultureInfo.InvariantCulture, $"  {loss.Name} {loss.Value:G6}") : "";

    private string Left()
    {
        var left = clock.GetElapsedTime(started) / (Epoch - first) * (epochs - Epoch);
        return Epoch == epochs
            ? "done"
            : string.Create(CultureInfo.InvariantCulture, $"{(int)left.TotalHours}:{left.Minutes:D2}:{left.Seconds:D2} left");
    }
}
