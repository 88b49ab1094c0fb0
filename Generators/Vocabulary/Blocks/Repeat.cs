using Repro.Generators.Common;
using Repro.Generators.Language;
using Repro.Generators.Language.Values;
using Repro.Generators.Vocabulary.Layers;

namespace Repro.Generators.Vocabulary.Blocks;

/// <summary>Layers repeated in sequence, each time with their own weights.</summary>
internal sealed record Repeat(long Times, EquatableArray<PlacedPart> Layers) : Part("repeat")
{
    private static readonly Key<long> TimesKey = Key.Required("times", new WholeNumber(1, 1024), "How often.", "3");

    private static readonly Key<EquatableArray<PlacedPart>> LayersKey = Key.Required(
        "layers", new Stack(), "The layers to repeat.", "[{ conv: { channels: 64, kernel: 3, padding: 1 } }, relu]");

    public static readonly Definition<Part> Definition = new(
        "repeat",
        "Layers repeated in sequence, each time with their own weights: as the layers.",
        [TimesKey, LayersKey],
        settings => new Repeat(settings.Get(TimesKey), settings.Get(LayersKey)));
}
