using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>½·d² of differences d below delta, delta·(|d| − ½·delta) beyond.</summary>
public sealed class HuberLoss : nn.Module<Tensor, Tensor, Tensor>
{
    private readonly double delta;
    private readonly nn.Reduction reduction;

    /// <summary>The loss with what to do with the elements' losses.</summary>
    public HuberLoss(double delta = 1, nn.Reduction reduction = nn.Reduction.Mean)
        : base(nameof(HuberLoss))
    {
        this.delta = delta;
        this.reduction = reduction;
    }

    /// <summary>The loss of an input and its target.</summary>
    public override Tensor forward(Tensor input, Tensor target) => nn.functional.huber_loss(input, target, delta, reduction);
}
