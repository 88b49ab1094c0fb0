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

    public override JsonObject Schema(SchemaDefinitions definitions) =>
        new() { { "type", "array" }, { "minItems", 1L }, { "items", AnyLayer.Schema(definitions) } };

    public override bool TryRead(YamlNode node, ReadContext context, out EquatableArray<PlacedLayer> value)
    {
        value = default;
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
}
