using static TorchSharp.torch;

namespace Repro.Runtime.Training;

/// <summary>Is told about the progress of a step, while its tensors exist. It must not change the run.</summary>
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

    /// <summary>The gradients were scaled down to the largest allowed norm. It is called only when there is such a norm.</summary>
    void GradientsClipped();

    /// <summary>The weights are updated, and the step is complete.</summary>
    void Updated();
}
