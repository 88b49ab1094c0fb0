using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The squared differences.</summary>
public sealed class MSELoss : nn.Module<Tensor, Tensor, Tensor>
{
    private readonly nn.Reduction reduction;

    /// <summary>The loss with what to do with the elements' losses.</summary>
    public MSELoss(nn.Reduction reduction = nn.Reduction.Mean)
        : base(nameof(MSELoss))
    {
        this.reduction = reduction;
    }

    /// <summary>The loss of an input and its target.</summary>
    public override Tensor forward(Tensor input, Tensor target) => nn.functional.mse_loss(input, target, reduction);
}
