using Repro.Engine.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The hyperbolic tangent.</summary>
public sealed class Tanh : nn.Module<Tensor, Tensor>
{
    internal Tanh(bool inplace)
        : base(nameof(Tanh))
    {
        Unsupported.InPlace(nameof(Tanh), inplace);
    }

    /// <summary>Applies the function to each element.</summary>
    public override Tensor forward(Tensor input) => input.tanh();
}
