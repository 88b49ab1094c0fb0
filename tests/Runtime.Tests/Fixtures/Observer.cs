using Repro.Runtime.Captures;
using Repro.Runtime.Training;

namespace Repro.Runtime.Tests.Fixtures;

/// <summary>Keeps what it is told, in order.</summary>
internal sealed class Observer : ITrainingObserver
{
    public List<string> Told { get; } = [];

    /// <summary>Is called after each epoch with its number.</summary>
    public Action<int> AtEpoch { get; init; } = _ => { };

    /// <summary>Is called when a run goes on from a checkpoint.</summary>
    public Action AtResumption { get; init; } = () => { };

    public void Resumed(IReadOnlyList<EpochResult> epochs, IReadOnlyList<Capture> captures)
    {
        Told.Add($"resumed after epoch {epochs.Count}");
        AtResumption();
    }

    public void EpochEnded(EpochResult epoch)
    {
        Told.Add($"epoch {epoch.Epoch}");
        AtEpoch(epoch.Epoch);
    }

    public void Captured(Capture capture) => Told.Add(capture.FileName);
}
