using System.Collections.Immutable;
using Repro.Generators.Common;
using Repro.Generators.Language;

namespace Repro.Generators.Vocabulary.Optimizers;

/// <summary>An optimizer of the file.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="Factory">The method of torch.optim that creates it.</param>
/// <param name="Constants">Its settings as constants of the run class, without those that are off.</param>
internal sealed record Optimizer(string Name, string Factory, EquatableArray<OptimizerConstant> Constants)
{
    /// <summary>Its name in descriptions, with the learning rate.</summary>
    public string Noun => $"{Factory} with learning rate {Constants[0].Value}";

    /// <summary>Everything about it that can change a result, in one line.</summary>
    public string Spec => $"{Name} {string.Join(" ", Constants.Select(constant => $"{constant.Name}={constant.Value}"))}";

    /// <summary>C# that constructs it from its constants.</summary>
    public string Create(string parameters) =>
        $"{GlobalNames.Optim}.{Factory}({parameters}, "
        + $"{string.Join(", ", Constants.Select(constant => $"{constant.Argument}: {constant.Name}"))})";

    /// <summary>Declares an optimizer of the language; its first setting is the learning rate.</summary>
    public static Definition<Optimizer> Define(
        string name, string factory, string summary, ImmutableArray<OptimizerSetting> settings, Action<Settings>? check = null) =>
        new(
            name,
            summary,
            [.. settings.Select(setting => setting.Key)],
            given => new(name, factory, settings.Select(setting => setting.Read(given)).OfType<OptimizerConstant>().ToEquatableArray()),
            Check: check)
        {
            Members = [.. settings.Select(setting => setting.Name)],
        };
}
