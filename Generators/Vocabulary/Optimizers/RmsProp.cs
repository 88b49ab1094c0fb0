using Repro.Generators.Language;

namespace Repro.Generators.Vocabulary.Optimizers;

/// <summary>RMSProp, with TorchSharp's defaults.</summary>
internal static class RmsProp
{
    public static readonly Definition<Optimizer> Definition = Optimizer.Define(
        "rmsprop",
        "RMSProp",
        "RMSProp (Hinton, 2012).",
        [
            OptimizerSetting.LearningRate("lr"),
            OptimizerSetting.Number(Key.Optional(
                "alpha", Ranges.Decay, "0.99", "Decay of the mean of squared gradients.", "0.9"), "Alpha", "alpha"),
            OptimizerSetting.Number(Key.Optional(
                "eps", Ranges.Positive, "1e-8", "What is added to the denominator.", "1e-6"), "Epsilon", "eps"),
            OptimizerSetting.WeightDecay("Pull of the weights towards zero, as a share of them that is added to the gradient."),
            OptimizerSetting.Switch(Key.Optional(
                "momentum", Ranges.NotNegative, "0", "The factor of the running sum of changes.", "0.9"), "Momentum"),
            OptimizerSetting.Flag("centered", "Centered", "Whether the denominator is made of the deviation of gradients from their mean."),
        ]);
}
