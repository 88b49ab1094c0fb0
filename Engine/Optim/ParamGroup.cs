using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

/// <summary>Parameters with settings of their own.</summary>
public class ParamGroup : ILearningRateController
{
    /// <summary>The parameters, which the optimizer enumerates once, when it gets the group.</summary>
    public IEnumerable<Parameter> Parameters { get; set; } = [];

    /// <summary>The settings; what is null in them, or all of them, the optimizer completes with its own.</summary>
    public OptimizerOptions? Options { get; set; }

    /// <inheritdoc/>
    public double LearningRate
    {
        get => Given.LearningRate ?? throw NotCompleted();
        set => Given.LearningRate = value;
    }

    /// <inheritdoc/>
    public double InitialLearningRate
    {
        get => Given.InitialLearningRate;
        set => Given.InitialLearningRate = value;
    }

    private OptimizerOptions Given => Options ?? throw NotCompleted();

    private static InvalidOperationException NotCompleted() =>
        new("The group has no learning rate before an optimizer completes its options.");
}

/// <summary>Parameters with settings of one kind of optimizer.</summary>
public class ParamGroup<TOptions> : ParamGroup
    where TOptions : OptimizerOptions
{
    /// <summary>An empty group, to be filled by its properties.</summary>
    public ParamGroup()
    {
    }

    /// <summary>A group of parameters and its settings.</summary>
    public ParamGroup(IEnumerable<Parameter> parameters, TOptions? options = null)
    {
        Parameters = parameters;
        Options = options;
    }

    /// <summary>The settings.</summary>
    public new TOptions? Options
    {
        get => (TOptions?)base.Options;
        set => base.Options = value;
    }
}
