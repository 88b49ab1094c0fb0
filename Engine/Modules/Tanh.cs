using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The hyperbolic tangent.</summary>
public sealed class Tanh : nn.Module<Tensor, Tensor>
{
    private readonly bool inplace;

    internal Tanh(bool inplace)
        : base(nameof(Tanh)) => this.inplace = inplace;

    /// <summary>Applies the function to each element.</summary>
    public override Tensor forward(Tensor input) => nn.functional.tanh(input, inplace);
}
