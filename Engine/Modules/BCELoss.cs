using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The cross entropy of probabilities and targets between 0 and 1.</summary>
public sealed class BCELoss : nn.Module<Tensor, Tensor, Tensor>
{
    private readonly Tensor? weight;
    private readonly nn.Reduction reduction;

    /// <summary>The loss with what to do with the elements' losses.</summary>
    public BCELoss(Tensor? weight = null, nn.Reduction reduction = nn.Reduction.Mean)
        : base(nameof(BCELoss))
    {
        this.weight = weight?.alias().DetachFromDisposeScope();
        this.reduction = reduction;
    }

    /// <summary>The loss of an input and its target.</summary>
    public override Tensor forward(Tensor input, Tensor target) => nn.functional.binary_cross_entropy(input, target, weight, reduction);
}
