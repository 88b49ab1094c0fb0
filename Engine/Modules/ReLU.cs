using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>x where it is positive, 0 elsewhere.</summary>
public sealed class ReLU : nn.Module<Tensor, Tensor>
{
    private readonly bool inplace;

    internal ReLU(bool inplace)
        : base(nameof(ReLU)) => this.inplace = inplace;

    /// <summary>Applies the function to each element.</summary>
    public override Tensor forward(Tensor input) => nn.functional.relu(input, inplace);
}
