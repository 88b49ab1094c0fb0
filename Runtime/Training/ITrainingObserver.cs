using Repro.Runtime.Captures;
using Repro.Runtime.Weights;

namespace Repro.Runtime.Training;

/// <summary>Is told about the progress of a run. It must not change the run.</summary>
public interface ITrainingObserver
{
    /// <summary>
    /// The run goes on from a checkpoint. It is called before everything else, with the results until then; they are not reported again.
    /// </summary>
    /// <param name="epochs">The complete epochs.</param>
    /// <param name="captures">The pictures that were captured after them.</param>
    void Resumed(IReadOnlyList<EpochResult> epochs, IReadOnlyList<Capture> captures)
    {
    }

    /// <summary>An epoch is complete.</summary>
    void EpochEnded(EpochResult epoch);

    /// <summary>A picture was captured after an epoch. It is called after that epoch's <see cref="EpochEnded"/>.</summary>
    void Captured(Capture capture);

    /// <summary>
    /// Pictures were captured of a model with these weights. It is called after <see cref="Captured"/> of each picture. By default it does
    /// nothing.
    /// </summary>
    void WeightsCaptured(int epoch, IReadOnlyList<WeightTensor> weights)
    {
    }

    /// <summary>Something went wrong that the run can do without.</summary>
    /// <param name="problem">A sentence for the user.</param>
    void Warned(string problem)
    {
    }
}
