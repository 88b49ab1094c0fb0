using Repro.Runtime.Captures;
using Repro.Runtime.Weights;

namespace Repro.Runtime.Training;

/// <summary>Is told how a run gets on. It cannot change the run.</summary>
public interface ITrainingObserver
{
    /// <summary>An epoch is done.</summary>
    void EpochEnded(EpochResult epoch);

    /// <summary>Images were captured after an epoch; comes after that epoch's <see cref="EpochEnded"/>.</summary>
    void Captured(Capture capture);

    /// <summary>Images were captured of a model with these weights; comes after the <see cref="Captured"/> of each. By default nothing is done with them.</summary>
    void WeightsCaptured(int epoch, IReadOnlyList<WeightTensor> weights)
    {
    }
}
