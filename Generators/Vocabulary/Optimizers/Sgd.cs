using Repro.Generators.Language;
using Repro.Generators.Language.Values;
using Repro.Generators.Syntax.Diagnostics;

namespace Repro.Generators.Vocabulary.Optimizers;

/// <summary>Stochastic gradient descent, with TorchSharp's defaults.</summary>
internal static class Sgd
{
    private static readonly Key<decimal> Momentum = Key.Optional(
        "momentum", Ranges.NotNegative, "0", "The factor of the running sum of gradients.", "0.9");

    private static readonly Key<decimal> Dampening = Key.Optional(
        "dampening", Ranges.Slope, "0", "What is taken off each new gradient in that sum, as a share of it.", "0.1");

    private static readonly Key<bool> Nesterov = Key.Optional(
        "nesterov", new Truth(), "false", "Whether to look ahead along the momentum; needs momentum, and no dampening.", "true");

    public static readonly Definition<Optimizer> Definition = Optimizer.Define(
        "sgd",
        "SGD",
        "Stochastic gradient descent.",
        [
            OptimizerSetting.LearningRate("learningRate"),
            OptimizerSetting.Switch(Momentum, "Momentum"),
            OptimizerSetting.Switch(Dampening, "Dampening"),
            OptimizerSetting.WeightDecay("Pull of the weights towards zero, as a share of them that is added to the gradient."),
            OptimizerSetting.Flag(Nesterov, "Nesterov"),
        ],
        Check);

    private static void Check(Settings settings)
    {
        if (settings.Get(Nesterov) && (settings.Get(Momentum) == 0 || settings.Get(Dampening) != 0))
        {
            settings.ReportMismatch(Descriptors.NesterovNeedsMomentum, [settings.Find(Nesterov)!]);
        }
    }
}
