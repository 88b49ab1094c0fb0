using System.Collections.Immutable;
using Repro.Generators.Common;
using Repro.Generators.Diagnostics;
using Repro.Generators.Language;
using Repro.Generators.Language.Values;
using Repro.Generators.Model;
using Repro.Generators.Parameters;
using Repro.Generators.Yaml;

namespace Repro.Generators.Blocks;

/// <summary>A block as the file declares it. Its layers are read for each use, since their parameters differ.</summary>
internal sealed record BlockDeclaration(string Name, EquatableArray<Parameter> Parameters, YamlNode Layers)
{
    private static readonly Key<EquatableArray<Parameter>> ParametersKey = Key.Optional(
        "parameters",
        new ParametersValue("a block", canLackDefault: true),
        "{}",
        "What its layers write as $name, with defaults; one without must be given.",
        "{ channels: , stride: 2 }");

    private static readonly Key<YamlNode> LayersKey = Key.Required(
        "layers", new Deferred(new Stack()), "The layers that stand where the block is named.", "[{ conv: { channels: $channels, kernel: 3 } }, relu]");

    public static readonly ImmutableArray<Key> Keys = [ParametersKey, LayersKey];

    /// <summary>The block, or <c>null</c> when something is wrong with it.</summary>
    public static BlockDeclaration? Read(Entry entry, DiagnosticBag diagnostics)
    {
        var settings = entry.Read(Keys, diagnostics);
        return settings.Failed || !entry.HasUsableName ? null : new(entry.Name, settings.Get(ParametersKey), settings.Get(LayersKey));
    }
}
