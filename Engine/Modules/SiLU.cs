using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>x / (1 + e⁻ˣ).</summary>
public sealed class SiLU : nn.Module<Tensor, Tensor>
{
    private readonly bool inplace;

    internal SiLU(bool inplace)
        : base(nameof(SiLU)) => this.inplace = inplace;

    /// <summary>Applies the function to each element.</summary>
    public override Tensor forward(Tensor input) => nn.functional.silu(input, inplace);
}
