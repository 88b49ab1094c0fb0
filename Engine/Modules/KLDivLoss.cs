using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The Kullback-Leibler divergence of log-probabilities from a target of (log-)probabilities.</summary>
public sealed class KLDivLoss : nn.Module<Tensor, Tensor, Tensor>
{
    private readonly bool logTarget;
    private readonly nn.Reduction reduction;

    /// <summary>The loss with what to do with the elements' losses.</summary>
    public KLDivLoss(bool log_target = true, nn.Reduction reduction = nn.Reduction.Mean)
        : base(nameof(KLDivLoss))
    {
        logTarget = log_target;
        this.reduction = reduction;
    }

    /// <summary>The loss of an input and its target.</summary>
    public override Tensor forward(Tensor input, Tensor target) => nn.functional.kl_div(input, target, logTarget, reduction);
}
