using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>½·d² / beta of differences d below beta, |d| − ½·beta beyond.</summary>
public sealed class SmoothL1Loss : nn.Module<Tensor, Tensor, Tensor>
{
    private readonly nn.Reduction reduction;
    private readonly double beta;

    /// <summary>The loss with what to do with the elements' losses.</summary>
    public SmoothL1Loss(nn.Reduction reduction = nn.Reduction.Mean, double beta = 1)
        : base(nameof(SmoothL1Loss))
    {
        this.reduction = reduction;
        this.beta = beta;
    }

    /// <summary>The loss of an input and its target.</summary>
    public override Tensor forward(Tensor input, Tensor target) => nn.functional.smooth_l1_loss(input, target, reduction, beta);
}
