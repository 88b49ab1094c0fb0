using Repro.Generators.Common;
using Repro.Generators.Language;

namespace Repro.Generators.Optimizers;

/// <summary>Adam, with PyTorch's defaults.</summary>
internal sealed record Adam(decimal LearningRate, decimal Beta1, decimal Beta2, decimal Epsilon) : Optimizer("adam")
{
    private static readonly Key<decimal> LearningRateKey = Key.Required("learning_rate", Ranges.Positive, "The size of a step.", "1e-3");

    private static readonly Key<decimal> Beta1Key = Key.Optional("beta1", Ranges.Decay, "0.9", "Decay of the mean of gradients.", "0.5");

    private static readonly Key<decimal> Beta2Key = Key.Optional("beta2", Ranges.Decay, "0.999", "Decay of the mean of squared gradients.", "0.99");

    private static readonly Key<decimal> EpsilonKey = Key.Optional("eps", Ranges.Positive, "1e-8", "What is added to the denominator.", "1e-6");

    public static readonly Definition<Optimizer> Definition = new(
        "adam",
        "Adam, with PyTorch's defaults.",
        [LearningRateKey, Beta1Key, Beta2Key, EpsilonKey],
        settings => new Adam(settings.Get(LearningRateKey), settings.Get(Beta1Key), settings.Get(Beta2Key), settings.Get(EpsilonKey)));

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
}
