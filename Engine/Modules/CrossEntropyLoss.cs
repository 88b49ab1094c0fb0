using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The cross entropy of logits and classes (Int64) or probabilities.</summary>
public sealed class CrossEntropyLoss : nn.Module<Tensor, Tensor, Tensor>
{
    private readonly Tensor? weight;
    private readonly nn.Reduction reduction;

    /// <summary>The loss with what to do with the elements' losses.</summary>
    /// <param name="weight">One number for each class, or null for ones.</param>
    /// <param name="ignore_index">The class that counts for nothing; −100 if null.</param>
    /// <param name="reduction">What becomes of the elements.</param>
    /// <param name="label_smoothing">The share of a target that all classes get alike, in [0, 1].</param>
    public CrossEntropyLoss(
        Tensor? weight = null, long? ignore_index = null, nn.Reduction reduction = nn.Reduction.Mean, double label_smoothing = 0)
        : base(nameof(CrossEntropyLoss))
    {
        this.weight = weight?.alias().DetachFromDisposeScope();
        this.ignore_index = ignore_index;
        this.label_smoothing = label_smoothing;
        this.reduction = reduction;
    }

    /// <summary>The class that counts for nothing.</summary>
    public long? ignore_index { get; }

    /// <summary>The share of a target that all classes get alike.</summary>
    public double label_smoothing { get; }

    /// <summary>The loss of an input and its target.</summary>
    public override Tensor forward(Tensor input, Tensor target) =>
        nn.functional.cross_entropy(input, target, weight, ignore_index ?? -100, reduction, label_smoothing);
}
