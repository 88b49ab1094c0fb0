namespace Repro.Runtime.Tracing;

/// <summary>The parts of a step, in their order.</summary>
public enum TracePhase
{
    /// <summary>Parameters and buffers before the step.</summary>
    Weights,

    /// <summary>The images of the step.</summary>
    Batch,

    /// <summary>From the images to the loss.</summary>
    Forward,

    /// <summary>The loss and its terms.</summary>
    Loss,

    /// <summary>From the loss back to the weights.</summary>
    Backward,

    /// <summary>The gradients of the parameters.</summary>
    Gradients,

    /// <summary>The gradients, scaled down to the largest allowed norm.</summary>
    Clipping,

    /// <summary>Parameters and buffers after the step.</summary>
    Update,
}
