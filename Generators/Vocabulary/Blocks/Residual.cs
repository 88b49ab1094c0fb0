using Repro.Generators.Common;
using Repro.Generators.Language;
using Repro.Generators.Vocabulary.Layers;

namespace Repro.Generators.Vocabulary.Blocks;

/// <summary>Layers whose output is added to their input, or to the output of a shortcut.</summary>
internal sealed record Residual(EquatableArray<PlacedPart> Layers, EquatableArray<PlacedPart> Shortcut) : Part("residual")
{
    private static readonly Key<EquatableArray<PlacedPart>> LayersKey = Key.Required(
        "layers",
        new Stack(),
        "The layers whose output is added to their input.",
        "[{ conv: { channels: 64, kernel: 3, padding: 1 } }, relu]");

    private static readonly Key<EquatableArray<PlacedPart>> ShortcutKey = Key.Optional(
        "shortcut",
        new Stack(),
        "Layers that give the input the shape of the output if the two differ.",
        "[{ conv: { channels: 64, kernel: 1 } }]");

    public static readonly Definition<Part> Definition = new(
        "residual",
        "Layers whose output is added to their input: any → the same, or the output of both layers and shortcut.",
        [LayersKey, ShortcutKey],
        settings => new Residual(settings.Get(LayersKey), settings.Find(ShortcutKey)?.Value ?? default),
        Shorthand: LayersKey);
}
