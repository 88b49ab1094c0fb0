using Repro.Engine.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>x / (1 + e⁻ˣ).</summary>
public sealed class SiLU : nn.Module<Tensor, Tensor>
{
    internal SiLU(bool inplace)
        : base(nameof(SiLU))
    {
        Unsupported.InPlace(nameof(SiLU), inplace);
    }

    /// <summary>Applies the function to each element.</summary>
    public override Tensor forward(Tensor input) => Repro.Engine.Operations.Activation.Silu(input);
}
