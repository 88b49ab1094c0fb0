using Repro.Engine.Modules;
using Repro.Engine.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What all optimizers share: groups, what is remembered of each parameter, and saving both.</summary>
public abstract partial class OptimizerHelper : optim.Optimizer
{
    private readonly List<ParamGroup> groups = [];
    private readonly Dictionary<Parameter, OptimizerState> states = new(ReferenceEqualityComparer.Instance);
    private readonly OptimizerOptions defaults;
    private bool disposed;

    private protected OptimizerHelper(IEnumerable<ParamGroup> parameters, OptimizerOptions defaults)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        defaults.Check(Name);
        this.defaults = defaults;
        foreach (var group in parameters)
        {
            Add(group);
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<optim.ILearningRateController> ParamGroups => groups;

    private protected string Name => GetType().Name;

    /// <inheritdoc/>
    public override IEnumerable<Parameter> parameters() => groups.SelectMany(group => group.Parameters);

    /// <inheritdoc/>
    public override void zero_grad()
    {
        foreach (var parameter in parameters())
        {
            Gradients.Clear(parameter, toNone: false);
        }
    }

    /// <inheritdoc/>
    public override Tensor? step(Func<Tensor>? closure = null)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        Tensor? loss = null;
        if (closure is not null)
        {
            using var recording = enable_grad();
            loss = closure();
        }

        foreach (var group in groups)
        {
            foreach (var parameter in group.Parameters)
            {
                if (parameter.Gradient is { } gradient)
                {
                    Step(parameter, gradient, StateOf(parameter), group.Options!);
                }
            }
        }

        return loss;
    }

    /// <inheritdoc/>
    public override void add_param_group(ParamGroup param_group) => Add(param_group);

    /// <summary>Moves what is remembered of the parameters to a device: the CPU, where it is.</summary>
    /// <exception cref="NotSupportedException">The device is another one.</exception>
    public void to(Device device)
    {
        ArgumentNullException.ThrowIfNull(device);
        if (device.type != DeviceType.CPU)
        {
            throw new NotSupportedException($"{Name}: the exact engine computes on the CPU, not on {device.type}.");
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        disposed = true;
        foreach (var state in states.Values)
        {
            state.Release();
        }
    }

    private protected abstract OptimizerOptions NewOptions();

    private protected abstract OptimizerState NewState(Parameter parameter);

    private protected abstract void Step(Parameter parameter, Tensor gradient, OptimizerState state, OptimizerOptions options);

    private OptimizerState StateOf(Parameter parameter) => states.TryGetValue(parameter, out var state)
        ? state
        : throw new InvalidOperationException(
            $"{Name}: a group got a parameter of shape {Layout.Text(parameter.Sizes)} after it was added; use add_param_group.");

    private void Add(ParamGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        group.Options ??= NewOptions();
        group.Options.Complete(defaults);
        group.Options.Check(Name);
        Parameter[] all = [.. group.Parameters];
        var seen = new HashSet<Parameter>(states.Keys, ReferenceEqualityComparer.Instance);
        foreach (var parameter in all)
        {
            RequireUsable(parameter, isNew: seen.Add(parameter));
        }

        foreach (var parameter in all)
        {
            states.Add(parameter, NewState(parameter));
        }

        group.Parameters = all;
        groups.Add(group);
    }

    private void RequireUsable(Parameter parameter, bool isNew)
    {
        if (!isNew)
        {
            throw new ArgumentException(
                $"{Name}: a parameter of shape {Layout.Text(parameter.Sizes)} is given twice; a step would change it twice.");
        }

        if (parameter.dtype != ScalarType.Float32)
        {
            throw new NotSupportedException($"{Name} works on {ScalarType.Float32} here, not on {parameter.dtype}.");
        }

        if (!Layout.IsDense(parameter.Sizes, parameter.Strides))
        {
            throw new InvalidOperationException(
                $"{Name}: a parameter of shape {Layout.Text(parameter.Sizes)} is a view with gaps or overlaps in its memory; make it "
                + "from a clone().");
        }
    }
}
