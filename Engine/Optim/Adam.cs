using Repro.Engine.Optim;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// Adam (Kingma and Ba, 2015), as PyTorch computes it: p −= lr / (1 − β₁ᵗ) · m / (√v / √(1 − β₂ᵗ) + ε).
/// </summary>
public sealed class Adam : optim.Optimizer
{
    private readonly Dictionary<Parameter, AdamState> states = new(ReferenceEqualityComparer.Instance);
    private readonly AdamSettings settings;

    internal Adam(
        IEnumerable<Parameter> parameters, double lr, double beta1, double beta2, double eps, double weight_decay, bool amsgrad, bool maximize)
        : base(parameters)
    {
        if (lr < 0 || eps < 0 || weight_decay < 0 || beta1 is not (>= 0 and < 1) || beta2 is not (>= 0 and < 1))
        {
            throw new ArgumentException("Adam: lr, eps and weight_decay are not negative, and beta1 and beta2 are in [0, 1).");
        }

        if (amsgrad)
        {
            throw new NotSupportedException("Adam: amsgrad is not supported by the exact engine.");
        }

        settings = new AdamSettings(lr, beta1, beta2, eps, weight_decay, maximize);
    }

    /// <inheritdoc/>
    public override Tensor? step(Func<Tensor>? closure = null)
    {
        var loss = closure?.Invoke();
        foreach (var parameter in parameters())
        {
            if (parameter.Gradient is not { } gradient)
            {
                continue;
            }

            if (!states.TryGetValue(parameter, out var state))
            {
                states[parameter] = state = new AdamState(parameter);
            }

            AdamStep.Run(parameter, gradient, state, settings);
        }

        return loss;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        foreach (var state in states.Values)
        {
            state.Dispose();
        }

        states.Clear();
    }
}
