using Repro.Generators.Schema;
using Repro.Generators.Shapes;
using Repro.Generators.Yaml;

namespace Repro.Generators.Language.Values;

/// <summary>A whole number for all sides of an image, or [left, right, top, bottom].</summary>
internal sealed class BordersValue(WholeNumber number) : ValueType<Borders>
{
    private readonly NumberList sides = new("[left, right, top, bottom]", number, 4);

    public override string Expected => $"{number.Expected}, or [left, right, top, bottom] of such numbers";

    public override JsonObject Schema(SchemaDefinitions definitions) =>
        new() { { "anyOf", new[] { number.Schema(definitions), sides.Schema(definitions) } } };

    public override bool TryRead(YamlNode node, ReadContext context, out Borders value)
    {
        if (node is YamlSequence)
        {
            var areSides = sides.TryRead(node, context, out var sizes);
            value = areSides ? new(sizes[0], sizes[1], sizes[2], sizes[3]) : default;
            return areSides;
        }

        var isNumber = number.TryRead(node, context, out var size);
        value = new(size, size, size, size);
        return isNumber;
    }
}
