using Repro.Engine.Optim.State;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>RMSProp (Hinton, 2012), as PyTorch computes it.</summary>
public sealed partial class RMSProp : OptimizerHelper
{
    /// <summary>All parameters with the same settings.</summary>
    /// <param name="parameters">The parameters, each once.</param>
    /// <param name="lr">The learning rate, ≥ 0.</param>
    /// <param name="alpha">The factor of the running mean of the squared gradient, ≥ 0.</param>
    /// <param name="eps">Added to the denominator, ≥ 0.</param>
    /// <param name="weight_decay">Pull towards zero, as a share of the parameter added to the gradient, ≥ 0.</param>
    /// <param name="momentum">The factor of the running sum of changes, ≥ 0; 0 keeps none.</param>
    /// <param name="centered">Whether to divide by the deviation of the gradient from its running mean.</param>
    /// <param name="maximize">Whether to go up the gradient.</param>
    public RMSProp(
        IEnumerable<Parameter> parameters, double lr = 0.001, double alpha = 0.99, double eps = 1E-08, double weight_decay = 0,
        double momentum = 0, bool centered = false, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, alpha, eps, weight_decay, momentum, centered, maximize)
    {
    }

    /// <summary>Groups with settings of their own; what is null in these is taken from the others here.</summary>
    /// <param name="parameters">The groups.</param>
    /// <param name="lr">The learning rate, ≥ 0.</param>
    /// <param name="alpha">The factor of the running mean of the squared gradient, ≥ 0.</param>
    /// <param name="eps">Added to the denominator, ≥ 0.</param>
    /// <param name="weight_decay">Pull towards zero, as a share of the parameter added to the gradient, ≥ 0.</param>
    /// <param name="momentum">The factor of the running sum of changes, ≥ 0; 0 keeps none.</param>
    /// <param name="centered">Whether to divide by the deviation of the gradient from its running mean.</param>
    /// <param name="maximize">Whether to go up the gradient.</param>
    public RMSProp(
        IEnumerable<ParamGroup> parameters, double lr = 0.001, double alpha = 0.99, double eps = 1E-08, double weight_decay = 0,
        double momentum = 0, bool centered = false, bool maximize = false)
        : base(parameters, MakeOptions(lr, alpha, eps, weight_decay, momentum, centered, maximize))
    {
    }

    private protected override OptimizerOptions NewOptions() => new Options();

    private protected override OptimizerState NewState(Parameter parameter) => new RmsPropState(parameter);

    private protected override void Step(Parameter parameter, Tensor gradient, OptimizerState state, OptimizerOptions options) =>
        ((RmsPropState)state).Step(Name, parameter, gradient, (Options)options);

    private static Options MakeOptions(
        double lr, double alpha, double eps, double weight_decay, double momentum, bool centered, bool? maximize) => new()
        {
            LearningRate = lr,
            alpha = alpha,
            eps = eps,
            weight_decay = weight_decay,
            momentum = momentum,
            centered = centered,
            maximize = maximize,
        };
}
