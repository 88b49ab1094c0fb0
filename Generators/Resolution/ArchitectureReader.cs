using System.Collections.Immutable;
using Repro.Generators.Blocks;
using Repro.Generators.Common;
using Repro.Generators.Diagnostics;
using Repro.Generators.Language;
using Repro.Generators.Language.Values;
using Repro.Generators.Parameters;
using Repro.Generators.Shapes;
using Repro.Generators.Yaml;

namespace Repro.Generators.Model;

/// <summary>Reads an architecture.</summary>
internal static class ArchitectureReader
{
    private static readonly Key<string> Like = Key.Optional(
        Inheritance.Like, new Reference("another architecture"), "Another architecture, of which this one has all keys that it does not give itself.", "vae");

    private static readonly Key<ArchitectureKind> Kind = Key.Required(
        "kind", new Choice<ArchitectureKind>("kind", () => ArchitectureKinds.All, ArchitectureKinds.Hint), "What the encoder makes of an image.", "variational");

    private static readonly Key<Shape> Input = Key.Required("input", new ShapeValue(orFeatures: false), "The shape of an image.", "[3, 64, 64]");

    private static readonly Key<long> Latent = Key.Required("latent", Ranges.Size, "The number of latent dimensions.", "50");

    private static readonly Key<EquatableArray<PlacedPart>> Encoder = Key.Required(
        "encoder", new Stack(), "The layers from the image.", "[{ conv: { channels: 64, kernel: 4, stride: 4 } }, relu]");

    private static readonly Key<EquatableArray<PlacedPart>> Decoder = Key.Required(
        "decoder", new Stack(), "The layers from the latent vector to the shape of the input.", "[{ linear: [3, 64, 64] }, sigmoid]");

    private static readonly Key<EquatableArray<Parameter>> Parameters = Key.Optional(
        "parameters",
        new ParametersValue("an architecture", canLackDefault: false),
        "{}",
        "What the other keys write as $name, with its values; an heir and an experiment can give others.",
        "{ width: 64 }");

    public static readonly ImmutableArray<Key> Keys = [Like, Kind, Parameters, Input, Latent, Encoder, Decoder];

    /// <summary>The parameters of an architecture with their values; those with a mistake, which is reported, are left out.</summary>
    public static EquatableArray<Parameter> ParametersOf(Entry entry, DiagnosticBag diagnostics) =>
        entry.Mapping.Find(Parameters.Name) is { } given && Parameters.Read(given, diagnostics) is Setting<EquatableArray<Parameter>> parameters
            ? parameters.Value
            : default;

    /// <summary>Reads an architecture.</summary>
    /// <param name="entry">Where it stands.</param>
    /// <param name="identifier">Its class.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="blocks">The blocks of the file.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    public static ArchitectureDeclaration Read(
        Entry entry,
        string? identifier,
        EquatableArray<Parameter> parameters,
        IReadOnlyDictionary<string, BlockDeclaration?> blocks,
        DiagnosticBag diagnostics)
    {
        var scope = new ParameterScope(
            parameters.ToDictionary(parameter => parameter.Name.Text, parameter => parameter.Value, StringComparer.Ordinal), diagnostics);
        var settings = (entry with { Mapping = WithoutParameters(entry.Mapping, scope) }).Read(Keys, diagnostics);
        var expander = new BlockExpander(blocks, diagnostics);
        var encoder = Layers(settings, Encoder, expander);
        var decoder = Layers(settings, Decoder, expander);
        return new(
            entry.Name,
            identifier,
            entry.Place,
            settings.Find(Kind)?.Value,
            settings.Find(Input)?.Value,
            settings.Find(Latent)?.Value,
            settings.Find(Latent)?.Place.Name,
            encoder,
            decoder,
            settings.Failed || identifier is null || encoder is null || decoder is null);
    }

    /// <summary>The keys with the parameters' values in them.</summary>
    private static YamlMapping WithoutParameters(YamlMapping mapping, ParameterScope scope) => mapping with
    {
        Pairs = mapping.Pairs
            .Select(pair => pair.Key.Text == Parameters.Name ? pair : pair with { Value = scope.Apply(pair.Value) })
            .ToEquatableArray(),
    };

    private static EquatableArray<PlacedPart>? Layers(Settings settings, Key<EquatableArray<PlacedPart>> stack, BlockExpander expander)
    {
        if (settings.Find(stack) is not { } found || expander.Expand(found.Value) is not { } parts)
        {
            return null;
        }

        return parts.Select(part => part with { Heir = HeirOf(part, settings.Place) }).ToEquatableArray();
    }

    /// <summary>Where a part is reported that an architecture inherits. Of one that an experiment makes, that is the experiment itself.</summary>
    private static Place? HeirOf(PlacedPart part, Place architecture) =>
        part.Place.IsWithin(architecture) ? null
        : architecture.Path is { Parent.Parent: null } entry ? architecture with { Path = part.Place.Path?.MovedTo(entry) }
        : architecture;
}
