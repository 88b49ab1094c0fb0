using Repro.Generators.Common;
using Repro.Generators.Diagnostics;
using Repro.Generators.Layers;
using Repro.Generators.Yaml;

namespace Repro.Generators.Model;

/// <summary>Reads the layers of an encoder or a decoder.</summary>
internal static class StackReader
{
    private const string Expected = "a list of layers";

    /// <summary>The layers, or <c>null</c> when something is wrong with one of them, which is reported.</summary>
    public static EquatableArray<PlacedLayer>? Read(string key, MappingReader owner, DiagnosticBag diagnostics)
    {
        var node = owner.RequiredNode(key, Expected);
        if (node is null)
        {
            return null;
        }

        if (node is not YamlSequence { Items.Count: > 0 } sequence)
        {
            owner.Report(Descriptors.WrongType, node.Place, key.Quoted(), Expected, node.Description);
            return null;
        }

        var heir = owner.IsInherited(key) ? owner.Place : (Place?)null;
        var layers = sequence.Items.Select(item => ReadLayer(item, heir, diagnostics)).ToArray();
        return layers.Contains(null) ? null : layers.OfType<PlacedLayer>().ToEquatableArray();
    }

    private static PlacedLayer? ReadLayer(YamlNode node, Place? heir, DiagnosticBag diagnostics)
    {
        var (name, arguments) = node switch
        {
            YamlScalar { IsEmpty: false } scalar => (scalar, null),
            YamlMapping { Pairs.Count: 1 } mapping => (mapping.Pairs[0].Key, mapping.Pairs[0].Value),
            _ => ((YamlScalar?)null, (YamlNode?)null),
        };
        if (name is null)
        {
            diagnostics.Report(
                Descriptors.WrongType, node.Place, "A layer", "a name, or one name with its arguments, such as 'conv: { channels: 64, kernel: 4 }'", Found(node));
            return null;
        }

        var definition = LayerCatalog.All.FirstOrDefault(known => known.Name == name.Text);
        if (definition is null)
        {
            var known = LayerCatalog.All.Select(layer => layer.Name).ToArray();
            diagnostics.Report(Descriptors.UnknownName, name.Place, "layer", name.Text.Quoted(), Suggestion.For(name.Text, known));
            return null;
        }

        if (Arguments(definition, name, arguments, diagnostics) is not { } given)
        {
            return null;
        }

        var reader = new MappingReader($"Layer {name.Text}", name.Place, given, reportsMissing: true, diagnostics);
        var layer = definition.Read(reader);
        reader.Finish();
        return layer is null || reader.Failed ? null : new(layer, name.Place, heir);
    }

    private static YamlMapping? Arguments(LayerDefinition definition, YamlScalar name, YamlNode? arguments, DiagnosticBag diagnostics)
    {
        switch (arguments)
        {
            case null or YamlScalar { IsEmpty: true }:
                return new([], name.Place);
            case YamlMapping mapping:
                return mapping;
            default:
                if (definition.Shorthand is not null)
                {
                    var shorthand = new YamlPair(new(definition.Shorthand, true, name.Place), arguments);
                    return new(new([shorthand]), arguments.Place);
                }

                diagnostics.Report(Descriptors.WrongType, arguments.Place, $"Layer {name.Text}", "given a mapping of arguments", arguments.Description);
                return null;
        }
    }

    private static string Found(YamlNode node) => node is YamlMapping mapping ? Invariant($"a mapping of {mapping.Pairs.Count} keys") : node.Description;
}
