using Repro.Runtime.Captures;
using Repro.Runtime.Weights;

namespace Repro.Runtime.Training;

/// <summary>Is told how a run gets on. It cannot change the run.</summary>
public interface ITrainingObserver
{
    /// <summary>The run goes on from a checkpoint; comes before everything else. What it had until then is not told again.</summary>
    /// <param name="epochs">The epochs that are done.</param>
    /// <param name="captures">What was captured after them.</param>
    void Resumed(IReadOnlyList<EpochResult> epochs, IReadOnlyList<Capture> captures)
    {
    }

    /// <summary>An epoch is done.</summary>
    void EpochEnded(EpochResult epoch);

    /// <summary>Images were captured after an epoch; comes after that epoch's <see cref="EpochEnded"/>.</summary>
    void Captured(Capture capture);

    /// <summary>Images were captured of a model with these weights; comes after the <see cref="Captured"/> of each. By default nothing is done with them.</summary>
    void WeightsCaptured(int epoch, IReadOnlyList<WeightTensor> weights)
    {
    }
}
