using Repro.Engine.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>x where it is positive, alpha·(eˣ − 1) elsewhere.</summary>
public sealed class ELU : nn.Module<Tensor, Tensor>
{
    private readonly double alpha;

    internal ELU(double alpha, bool inplace)
        : base(nameof(ELU))
    {
        Unsupported.InPlace(nameof(ELU), inplace);
        this.alpha = alpha;
    }

    /// <summary>Applies the function to each element.</summary>
    public override Tensor forward(Tensor input) => Repro.Engine.Operations.Activation.Elu(input, alpha);
}
