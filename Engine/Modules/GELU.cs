using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>x·Φ(x), Φ being the distribution function of the standard normal.</summary>
public sealed class GELU : nn.Module<Tensor, Tensor>
{
    private readonly Approximate approximate;
    private readonly bool inplace;

    internal GELU(Approximate approximate, bool inplace)
        : base(nameof(GELU))
    {
        this.inplace = inplace;
        this.approximate = approximate;
    }

    /// <summary>How Φ is computed.</summary>
    public enum Approximate
    {
        /// <summary>As it is, to one rounding.</summary>
        none = 0,

        /// <summary>As ½·(1 + tanh(√(2/π)·(x + 0.044715·x³))).</summary>
        tanh = 1,
    }

    /// <summary>Applies the function to each element.</summary>
    public override Tensor forward(Tensor input) => nn.functional.gelu(input, approximate, inplace);
}
