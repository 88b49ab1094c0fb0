using System.Reflection;
using static TorchSharp.torch;

namespace Repro.Runtime.Training;

/// <summary>The places in <c>experiments.yaml</c> of the parts of a run, from its <see cref="YamlAttribute"/>s.</summary>
internal static class Places
{
    /// <summary>The name of the place of the optimizer.</summary>
    public const string Optimizer = "optimizer";

    /// <summary>The name of the place of the loss.</summary>
    public const string Loss = "loss";

    /// <summary>
    /// The keys that lead to each layer (by its dotted name), to the optimizer and to the loss, in ordinal order of the names.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Of(ExperimentRun run)
    {
        var places = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Add(places, run.GetType().GetProperty(nameof(ExperimentRun.Optimizer)), Optimizer);
        Add(places, run.GetType().GetMethod(nameof(ExperimentRun.Loss)), Loss);
        AddLayers(places, run.Model, "");
        return places;
    }

    private static void AddLayers(SortedDictionary<string, string> places, nn.Module module, string prefix)
    {
        foreach (var (name, child) in module.named_children())
        {
            Add(
                places, module.GetType().GetField(name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic),
                prefix + name);
            AddLayers(places, child, $"{prefix}{name}.");
        }
    }

    private static void Add(SortedDictionary<string, string> places, MemberInfo? member, string name)
    {
        if (member?.GetCustomAttribute<YamlAttribute>() is { } attribute)
        {
            places[name] = attribute.Path;
        }
    }
}
