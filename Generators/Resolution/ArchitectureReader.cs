using Repro.Generators.Common;
using Repro.Generators.Document;
using Repro.Generators.Document.Parameters;
using Repro.Generators.Language;
using Repro.Generators.Syntax;
using Repro.Generators.Syntax.Diagnostics;
using Repro.Generators.Vocabulary.Blocks;
using Keys = Repro.Generators.Document.ArchitectureKeys;

namespace Repro.Generators.Resolution;

/// <summary>Reads an architecture.</summary>
internal static class ArchitectureReader
{
    /// <summary>The parameters of an architecture with their values; <c>null</c> after a mistake in them, which is reported.</summary>
    public static EquatableArray<Parameter>? ParametersOf(Entry entry, DiagnosticBag diagnostics) =>
        entry.Mapping.Find(Keys.Parameters.Name) is { } given
            ? (Keys.Parameters.Read(given, diagnostics) as Setting<EquatableArray<Parameter>>)?.Value
            : new EquatableArray<Parameter>([]);

    /// <summary>Reads an architecture.</summary>
    /// <param name="entry">Its entry.</param>
    /// <param name="identifier">Its class; <c>null</c> when it can have none.</param>
    /// <param name="parameters">The values of its parameters; <c>null</c> after a mistake in them.</param>
    /// <param name="blocks">The blocks of the file.</param>
    /// <param name="diagnostics">Collects the mistakes.</param>
    public static ArchitectureDeclaration Read(
        Entry entry,
        string? identifier,
        EquatableArray<Parameter>? parameters,
        IReadOnlyDictionary<string, BlockDeclaration?> blocks,
        DiagnosticBag diagnostics)
    {
        var values = (parameters ?? default)
            .ToDictionary(parameter => parameter.Name.Text, parameter => parameter.Value, StringComparer.Ordinal);
        var scope = new ParameterScope(values, diagnostics);
        var settings = (entry with { Mapping = Computed(entry.Mapping, scope) }).Read(Keys.All, diagnostics);
        var expander = new BlockExpander(blocks, diagnostics);
        var encoder = Layers(settings, Keys.Encoder, expander);
        var decoder = Layers(settings, Keys.Decoder, expander);
        return new(
            entry.Name,
            identifier,
            entry.Place,
            settings.Find(Keys.Kind)?.Value,
            settings.Find(Keys.Input)?.Value,
            settings.Find(Keys.Latent)?.Value,
            settings.Find(Keys.Latent)?.Place.Name,
            encoder,
            decoder,
            settings.Failed || parameters is null || identifier is null || encoder is null || decoder is null);
    }

    /// <summary>The keys with their values computed. The parameters themselves are left out, because they were read before.</summary>
    private static YamlMapping Computed(YamlMapping mapping, ParameterScope scope) => mapping with
    {
        Pairs = mapping.Pairs
            .Where(pair => pair.Key.Text != Keys.Parameters.Name)
            .Select(pair => pair with { Value = scope.Apply(pair.Value) })
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

    /// <summary>
    /// Where to report a part that an architecture inherits; <c>null</c> for a part of its own.
    /// An architecture that an experiment gives other parameters is reported at the experiment.
    /// </summary>
    private static Place? HeirOf(PlacedPart part, Place architecture) =>
        part.Place.IsWithin(architecture) ? null
        : architecture.Path is { Parent.Parent: null } entry ? architecture with { Path = part.Place.Path?.MovedTo(entry) }
        : architecture;
}
