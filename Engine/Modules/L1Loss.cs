using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The absolute differences.</summary>
public sealed class L1Loss : nn.Module<Tensor, Tensor, Tensor>
{
    private readonly nn.Reduction reduction;

    /// <summary>The loss with what to do with the elements' losses.</summary>
    public L1Loss(nn.Reduction reduction = nn.Reduction.Mean)
        : base(nameof(L1Loss))
    {
        this.reduction = reduction;
    }

    /// <summary>The loss of an input and its target.</summary>
    public override Tensor forward(Tensor input, Tensor target) => nn.functional.l1_loss(input, target, reduction);
}
