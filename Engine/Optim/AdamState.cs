using static TorchSharp.torch;

namespace Repro.Engine.Optim;

/// <summary>What Adam remembers of one parameter.</summary>
internal sealed class AdamState(Tensor parameter) : IDisposable
{
    /// <summary>The running mean of the gradient.</summary>
    public Tensor Mean { get; } = zeros(parameter.Sizes).DetachFromDisposeScope();

    /// <summary>The running mean of the squared gradient.</summary>
    public Tensor Square { get; } = zeros(parameter.Sizes).DetachFromDisposeScope();

    /// <summary>β₁ to the power of the steps so far, by repeated multiplication: a library's pow may differ from machine to machine.</summary>
    public double Beta1Power { get; set; } = 1;

    /// <summary>β₂ to the power of the steps so far.</summary>
    public double Beta2Power { get; set; } = 1;

    public void Dispose()
    {
        Mean.Dispose();
        Square.Dispose();
    }
}
