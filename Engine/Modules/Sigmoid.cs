using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>1 / (1 + exp(−x)).</summary>
public sealed class Sigmoid : nn.Module<Tensor, Tensor>
{
    private readonly bool inplace;

    internal Sigmoid(bool inplace)
        : base(nameof(Sigmoid)) => this.inplace = inplace;

    /// <summary>Applies the function to each element.</summary>
    public override Tensor forward(Tensor input) => nn.functional.sigmoid(input, inplace);
}
