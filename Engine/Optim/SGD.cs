using Repro.Engine.Optim.State;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Stochastic gradient descent, with momentum if wanted, as PyTorch computes it.</summary>
public sealed partial class SGD : OptimizerHelper
{
    /// <summary>All parameters with the same settings.</summary>
    /// <param name="parameters">The parameters, each once.</param>
    /// <param name="lr">The learning rate, ≥ 0.</param>
    /// <param name="momentum">The factor of the running sum of gradients, ≥ 0; 0 keeps none.</param>
    /// <param name="dampening">What is taken off each new gradient in that sum, as a share of 1.</param>
    /// <param name="weight_decay">Pull towards zero, as a share of the parameter added to the gradient, ≥ 0.</param>
    /// <param name="nesterov">Whether to look ahead along the momentum; needs momentum and no dampening.</param>
    /// <param name="maximize">Whether to go up the gradient.</param>
    public SGD(
        IEnumerable<Parameter> parameters, double lr, double momentum = 0, double dampening = 0, double weight_decay = 0,
        bool nesterov = false, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, momentum, dampening, weight_decay, nesterov, maximize)
    {
    }

    /// <summary>Groups with settings of their own; what is null in these is taken from the others here.</summary>
    /// <param name="parameters">The groups.</param>
    /// <param name="lr">The learning rate, ≥ 0.</param>
    /// <param name="momentum">The factor of the running sum of gradients, ≥ 0; 0 keeps none.</param>
    /// <param name="dampening">What is taken off each new gradient in that sum, as a share of 1.</param>
    /// <param name="weight_decay">Pull towards zero, as a share of the parameter added to the gradient, ≥ 0.</param>
    /// <param name="nesterov">Whether to look ahead along the momentum; needs momentum and no dampening.</param>
    /// <param name="maximize">Whether to go up the gradient.</param>
    public SGD(
        IEnumerable<ParamGroup> parameters, double lr, double momentum = 0, double dampening = 0, double weight_decay = 0,
        bool nesterov = false, bool maximize = false)
        : base(parameters, MakeOptions(lr, momentum, dampening, weight_decay, nesterov, maximize))
    {
    }

    private protected override OptimizerOptions NewOptions() => new Options();

    private protected override OptimizerState NewState(Parameter parameter) => new SgdState(parameter);

    private protected override void Step(Parameter parameter, Tensor gradient, OptimizerState state, OptimizerOptions options) =>
        ((SgdState)state).Step(Name, parameter, gradient, (Options)options);

    private static Options MakeOptions(
        double lr, double momentum, double dampening, double weight_decay, bool nesterov, bool maximize) => new()
        {
            LearningRate = lr,
            momentum = momentum,
            dampening = dampening,
            weight_decay = weight_decay,
            nesterov = nesterov,
            maximize = maximize,
        };
}
