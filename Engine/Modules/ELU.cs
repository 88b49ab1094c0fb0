using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>x where it is positive, alpha·(eˣ − 1) elsewhere.</summary>
public sealed class ELU : nn.Module<Tensor, Tensor>
{
    private readonly double alpha;
    private readonly bool inplace;

    internal ELU(double alpha, bool inplace)
        : base(nameof(ELU))
    {
        this.inplace = inplace;
        this.alpha = alpha;
    }

    /// <summary>Applies the function to each element.</summary>
    public override Tensor forward(Tensor input) => nn.functional.elu(input, alpha, inplace);
}
