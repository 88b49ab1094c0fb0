using System.Collections.Immutable;
using Repro.Generators.Language;

namespace Repro.Generators.Vocabulary.Optimizers;

/// <summary>Adam and AdamW, with TorchSharp's defaults.</summary>
internal static class Adam
{
    public static readonly Definition<Optimizer> Definition = Optimizer.Define(
        "adam", "Adam", "Adam (Kingma and Ba, 2015).", Settings(
            "Pull of the weights towards zero, as a share of them that is added to the gradient."));

    public static readonly Definition<Optimizer> Decoupled = Optimizer.Define(
        "adamw",
        "AdamW",
        "AdamW (Loshchilov and Hutter, 2019): Adam whose weight decay shrinks the weights and leaves the gradients alone.",
        Settings("Pull of the weights towards zero, as a share of them that is taken off at a learning rate of 1."));

    private static ImmutableArray<OptimizerSetting> Settings(string weightDecay) =>
    [
        OptimizerSetting.LearningRate("lr"),
        OptimizerSetting.Number(Key.Optional("beta1", Ranges.Decay, "0.9", "Decay of the mean of gradients.", "0.5"), "Beta1", "beta1"),
        OptimizerSetting.Number(Key.Optional(
            "beta2", Ranges.Decay, "0.999", "Decay of the mean of squared gradients.", "0.99"), "Beta2", "beta2"),
        OptimizerSetting.Number(Key.Optional(
            "eps", Ranges.Positive, "1e-8", "What is added to the denominator.", "1e-6"), "Epsilon", "eps"),
        OptimizerSetting.WeightDecay(weightDecay),
        OptimizerSetting.Flag(
            "amsgrad", "Amsgrad", "Whether the denominator is made of the largest mean of squared gradients so far (Reddi et al., 2018)."),
    ];
}
