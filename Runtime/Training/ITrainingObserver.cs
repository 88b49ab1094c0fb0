using Repro.Runtime.Captures;

namespace Repro.Runtime.Training;

/// <summary>Is told how a run gets on. It cannot change the run.</summary>
public interface ITrainingObserver
{
    /// <summary>An epoch is done.</summary>
    void EpochEnded(EpochResult epoch);

    /// <summary>Images were captured after an epoch; comes after that epoch's <see cref="EpochEnded"/>.</summary>
    void Captured(Capture capture);
}
