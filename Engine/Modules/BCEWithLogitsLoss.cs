using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The cross entropy of logits and targets between 0 and 1.</summary>
public sealed class BCEWithLogitsLoss : nn.Module<Tensor, Tensor, Tensor>
{
    private readonly Tensor? weight;
    private readonly nn.Reduction reduction;
    private readonly Tensor? posWeights;

    /// <summary>The loss with what to do with the elements' losses.</summary>
    public BCEWithLogitsLoss(Tensor? weight = null, nn.Reduction reduction = nn.Reduction.Mean, Tensor? pos_weights = null)
        : base(nameof(BCEWithLogitsLoss))
    {
        this.weight = weight?.alias().DetachFromDisposeScope();
        this.reduction = reduction;
        posWeights = pos_weights?.alias().DetachFromDisposeScope();
    }

    /// <summary>The loss of an input and its target.</summary>
    public override Tensor forward(Tensor input, Tensor target) =>
        nn.functional.binary_cross_entropy_with_logits(input, target, weight, reduction, posWeights);
}
