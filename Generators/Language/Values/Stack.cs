using System.Globalization;
using Repro.Generators.Common;
using Repro.Generators.Layers;
using Repro.Generators.Model;
using Repro.Generators.Schema;
using Repro.Generators.Yaml;

namespace Repro.Generators.Language.Values;

/// <summary>The layers of an encoder or a decoder.</summary>
internal sealed class Stack : ValueType<EquatableArray<PlacedLayer>>
{
    private static readonly Choice<Layer> AnyLayer = new("layer", () => LayerCatalog.All);

    public override string Expected => "a list of layers";

    /// <summary>Layers can be given by their numbers, from 1, over those of the same list in another entry.</summary>
    public override YamlNode Merge(YamlNode own, YamlNode inherited)
    {
        if (own is not YamlMapping overrides || inherited is not YamlSequence list)
        {
            return own;
        }

        var items = list.Items.ToArray();
        var wrong = new List<YamlPair>();
        foreach (var pair in overrides.Pairs)
        {
            if (int.TryParse(pair.Key.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= items.Length)
            {
                items[number - 1] = AnyLayer.Merge(pair.Value, items[number - 1]);
            }
            else
            {
                wrong.Add(pair);
            }
        }

        return wrong.Count == 0 ? new YamlSequence(items.ToEquatableArray(), own.Place) : overrides with { Pairs = wrong.ToEquatableArray() };
    }

    public override JsonObject Schema(SchemaDefinitions definitions) =>
        new() { { "anyOf", new[] { List(definitions), ByNumber(definitions) } } };

    public override bool TryRead(YamlNode node, ReadContext context, out EquatableArray<PlacedLayer> value)
    {
        value = default;
        if (node is YamlMapping { Pairs.Count: > 0 } overrides)
        {
            var numberContext = context with { Expected = "a list of layers, or the number of a layer in the list of an entry that this one is like" };
            return overrides.Pairs.Select(pair => numberContext.WrongType(pair.Key)).ToArray().All(isRead => isRead);
        }

        if (node is not YamlSequence { Items.Count: > 0 } sequence)
        {
            return context.WrongType(node);
        }

        var layers = new List<PlacedLayer>();
        var layerContext = context with { Expected = AnyLayer.Expected };
        foreach (var item in sequence.Items)
        {
            if (AnyLayer.TryRead(item, layerContext, out var layer))
            {
                layers.Add(new(layer, Choice<Layer>.PlaceOf(item)));
            }
        }

        value = layers.ToEquatableArray();
        return layers.Count == sequence.Items.Count;
    }

    private static JsonObject List(SchemaDefinitions definitions) =>
        new() { { "type", "array" }, { "minItems", 1L }, { "items", AnyLayer.Schema(definitions) } };

    private static JsonObject ByNumber(SchemaDefinitions definitions) => new()
    {
        { "type", "object" },
        { "minProperties", 1L },
        { "patternProperties", new JsonObject { { "^[1-9][0-9]*$", AnyLayer.Schema(definitions) } } },
        { "additionalProperties", false },
    };
}
