using Repro.Engine.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>1 / (1 + exp(−x)).</summary>
public sealed class Sigmoid : nn.Module<Tensor, Tensor>
{
    internal Sigmoid(bool inplace)
        : base(nameof(Sigmoid))
    {
        Unsupported.InPlace(nameof(Sigmoid), inplace);
    }

    /// <summary>Applies the function to each element.</summary>
    public override Tensor forward(Tensor input) => input.sigmoid();
}
