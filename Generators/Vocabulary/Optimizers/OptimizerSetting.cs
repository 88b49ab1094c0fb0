using Repro.Generators.Common;
using Repro.Generators.Language;
using Repro.Generators.Language.Values;

namespace Repro.Generators.Vocabulary.Optimizers;

/// <summary>A setting of an optimizer: a key of the file that becomes a constant of the run class.</summary>
/// <param name="Key">The key.</param>
/// <param name="Name">The constant's name.</param>
/// <param name="Read">Creates the constant; <c>null</c> when the setting is off, which leaves it out of code and hash.</param>
internal sealed record OptimizerSetting(Key Key, string Name, Func<Settings, OptimizerConstant?> Read)
{
    /// <summary>The learning rate, required by every optimizer.</summary>
    /// <param name="argument">Its name in TorchSharp.</param>
    public static OptimizerSetting LearningRate(string argument) =>
        Number(Key.Required(
            "learning_rate", Ranges.Positive, "The learning rate, which is the size of a step.", "1e-3"), "LearningRate", argument);

    /// <summary>Weight decay, off at 0.</summary>
    public static OptimizerSetting WeightDecay(string summary) =>
        Switch(Key.Optional("weight_decay", Ranges.NotNegative, "0", summary, "1e-4"), "WeightDecay");

    /// <summary>A number that is always an argument.</summary>
    public static OptimizerSetting Number(Key<decimal> key, string name, string argument) =>
        new(key, name, settings => Constant(key, name, argument, settings.Get(key)));

    /// <summary>A number that is off at 0.</summary>
    public static OptimizerSetting Switch(Key<decimal> key, string name) =>
        new(key, name, settings => settings.Get(key) is not 0 and var number ? Constant(key, name, key.Name, number) : null);

    /// <summary>A switch, off by default.</summary>
    public static OptimizerSetting Flag(string key, string name, string summary) => Flag(Key.Optional(
        key, new Truth(), "false", summary, "true"), name);

    /// <summary>A switch, off by default.</summary>
    public static OptimizerSetting Flag(Key<bool> key, string name) =>
        new(key, name, settings => settings.Get(key) ? new(name, key.Name, key.Summary, "bool", "true") : null);

    private static OptimizerConstant Constant(Key key, string name, string argument, decimal number) =>
        new(name, argument, key.Summary, "double", number.Canonical());
}
