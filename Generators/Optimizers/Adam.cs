using Repro.Generators.Common;
using Repro.Generators.Model;

namespace Repro.Generators.Optimizers;

/// <summary>Adam, with PyTorch's defaults.</summary>
internal sealed record Adam(decimal LearningRate, decimal Beta1, decimal Beta2, decimal Epsilon) : Optimizer("adam")
{
    public static readonly OptimizerDefinition Definition = new("adam", Read);

    public override string Noun => $"Adam with learning rate {LearningRate.Canonical()}";

    public override EquatableArray<OptimizerConstant> Constants => new(
    [
        new("LearningRate", "Adam's learning rate.", LearningRate),
        new("Beta1", "Decay of Adam's mean of gradients.", Beta1),
        new("Beta2", "Decay of Adam's mean of squared gradients.", Beta2),
        new("Epsilon", "What Adam adds to its denominator.", Epsilon),
    ]);

    public override string Create(string parameters) =>
        $"optim.Adam({parameters}, lr: LearningRate, beta1: Beta1, beta2: Beta2, eps: Epsilon)";

    private static Adam? Read(MappingReader reader)
    {
        var learningRate = reader.Required("learning_rate", Ranges.Positive);
        var beta1 = reader.Optional("beta1", Ranges.Decay, 0.9m);
        var beta2 = reader.Optional("beta2", Ranges.Decay, 0.999m);
        var epsilon = reader.Optional("eps", Ranges.Positive, 1e-8m);
        return learningRate is null || beta1 is null || beta2 is null || epsilon is null
            ? null
            : new(learningRate.Value, beta1.Value, beta2.Value, epsilon.Value);
    }
}
