using Repro.Generators.Schema;
using Repro.Generators.Shapes;
using Repro.Generators.Yaml;

namespace Repro.Generators.Language.Values;

/// <summary>A whole number for both directions of an image, or [height, width].</summary>
internal sealed class ExtentValue(WholeNumber number) : ValueType<Extent>
{
    private readonly NumberList pair = new("[height, width]", number, 2);

    public override string Expected => $"{number.Expected}, or [height, width] of such numbers";

    public override JsonObject Schema(SchemaDefinitions definitions) =>
        new() { { "anyOf", new[] { number.Schema(definitions), pair.Schema(definitions) } } };

    public override bool TryRead(YamlNode node, ReadContext context, out Extent value)
    {
        if (node is YamlSequence)
        {
            var isPair = pair.TryRead(node, context, out var sizes);
            value = isPair ? new(sizes[0], sizes[1]) : default;
            return isPair;
        }

        var isNumber = number.TryRead(node, context, out var size);
        value = Extent.Square(size);
        return isNumber;
    }
}
