using Repro.Engine.Optim.Options;
using Repro.Engine.Optim.State;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Repro.Engine.Optim;

/// <summary>What Adam and AdamW share: all but where weight decay goes.</summary>
public abstract class AdamOptimizer : OptimizerHelper
{
    private readonly bool isDecoupled;

    private protected AdamOptimizer(IEnumerable<ParamGroup> parameters, AdamOptions defaults, bool isDecoupled)
        : base(parameters, defaults) => this.isDecoupled = isDecoupled;

    private protected override OptimizerState NewState(Parameter parameter) => new AdamState(parameter);

    private protected override void Step(Parameter parameter, Tensor gradient, OptimizerState state, OptimizerOptions options) =>
        ((AdamState)state).Step(Name, parameter, gradient, (AdamOptions)options, isDecoupled);
}
