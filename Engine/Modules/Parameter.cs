using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A tensor that a module learns. It takes over the memory of the tensor it is made from, and belongs to no scope.</summary>
public class Parameter : Tensor
{
    /// <summary>Takes over the memory of <paramref name="data"/>, which becomes invalid.</summary>
    public Parameter(Tensor data, bool requires_grad = true)
        : base(data)
    {
        DetachFromDisposeScope();
        this.requires_grad = requires_grad;
    }
}
