using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The cross entropy of logits and classes (Int64) or probabilities.</summary>
public sealed class CrossEntropyLoss : nn.Module<Tensor, Tensor, Tensor>
{
    private readonly Tensor? weight;
    private readonly long? ignoreIndex;
    private readonly nn.Reduction reduction;

    /// <summary>The loss with what to do with the elements' losses.</summary>
    public CrossEntropyLoss(Tensor? weight = null, long? ignore_index = null, nn.Reduction reduction = nn.Reduction.Mean)
        : base(nameof(CrossEntropyLoss))
    {
        this.weight = weight?.alias().DetachFromDisposeScope();
        ignoreIndex = ignore_index;
        this.reduction = reduction;
    }

    /// <summary>The loss of an input and its target.</summary>
    public override Tensor forward(Tensor input, Tensor target) => nn.functional.cross_entropy(input, target, weight, ignoreIndex ?? -100, reduction);
}
