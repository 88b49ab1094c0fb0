using System.Collections.Immutable;
using Repro.Generators.Common;
using Repro.Generators.Diagnostics;
using Repro.Generators.Language;
using Repro.Generators.Language.Values;
using Repro.Generators.Shapes;

namespace Repro.Generators.Model;

/// <summary>Reads an architecture.</summary>
internal static class ArchitectureReader
{
    private static readonly Key<string> Like = Key.Optional(
        Inheritance.Like, new Reference("another architecture"), "Another architecture, of which this one has all keys that it does not give itself.", "vae");

    private static readonly Key<ArchitectureKind> Kind = Key.Required(
        "kind", new Choice<ArchitectureKind>("kind", () => ArchitectureKinds.All), "What the encoder makes of an image.", "variational");

    private static readonly Key<Shape> Input = Key.Required("input", new ShapeValue(orFeatures: false), "The shape of an image.", "[3, 64, 64]");

    private static readonly Key<long> Latent = Key.Required("latent", Ranges.Size, "The number of latent dimensions.", "50");

    private static readonly Key<EquatableArray<PlacedLayer>> Encoder = Key.Required(
        "encoder", new Stack(), "The layers from the image.", "[{ conv: { channels: 64, kernel: 4, stride: 4 } }, relu]");

    private static readonly Key<EquatableArray<PlacedLayer>> Decoder = Key.Required(
        "decoder", new Stack(), "The layers from the latent vector to the shape of the input.", "[{ linear: [3, 64, 64] }, sigmoid]");

    public static readonly ImmutableArray<Key> Keys = [Like, Kind, Input, Latent, Encoder, Decoder];

    public static ArchitectureDeclaration Read(Entry entry, string? identifier, DiagnosticBag diagnostics)
    {
        var settings = entry.Read(Keys, diagnostics);
        return new(
            entry.Name,
            identifier,
            entry.Place,
            settings.Find(Kind)?.Value,
            settings.Find(Input)?.Value,
            settings.Find(Latent)?.Value,
            Layers(settings, Encoder),
            Layers(settings, Decoder),
            settings.Failed || identifier is null);
    }

    private static EquatableArray<PlacedLayer>? Layers(Settings settings, Key<EquatableArray<PlacedLayer>> stack) =>
        settings.Find(stack)?.Value
            .Select(layer => layer.Place.IsWithin(settings.Place)
                ? layer
                : layer with { Heir = settings.Place with { Path = layer.Place.Path?.MovedTo(settings.Place.Path!) } })
            .ToEquatableArray();
}
