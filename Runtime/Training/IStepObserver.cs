using static TorchSharp.torch;

namespace Repro.Runtime.Training;

/// <summary>Is told how a step gets on, while its tensors are there. It cannot change the run.</summary>
internal interface IStepObserver
{
    /// <summary>A step begins.</summary>
    /// <param name="run">The model, with the weights before the step.</param>
    /// <param name="epoch">The epoch, from 1.</param>
    /// <param name="images">The batch.</param>
    void Started(ExperimentRun run, int epoch, Tensor images);

    /// <summary>The loss is computed.</summary>
    void LossComputed(LossTerms loss);

    /// <summary>Every parameter has its gradient.</summary>
    void WentBack();

    /// <summary>The gradients were scaled down to the norm that they may have; comes only where there is one.</summary>
    void GradientsClipped();

    /// <summary>The weights are changed, and the step is done.</summary>
    void Updated();
}
