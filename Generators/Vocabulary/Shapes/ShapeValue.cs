using Repro.Generators.Language;
using Repro.Generators.Language.Schema;
using Repro.Generators.Language.Values;
using Repro.Generators.Syntax;

namespace Repro.Generators.Vocabulary.Shapes;

/// <summary>The shape of a feature map or, where allowed, a number of features.</summary>
internal sealed class ShapeValue(bool orFeatures) : ValueType<Shape>
{
    private static readonly NumberList Map = new("[channels, height, width]", Ranges.Size, 3);

    public override string Expected => orFeatures ? $"a number of features or {Map.Expected}" : Map.Expected;

    public override JsonObject Schema(SchemaDefinitions definitions) =>
        orFeatures ? new() { { "anyOf", new[] { Ranges.Size.Schema(definitions), Map.Schema(definitions) } } } : Map.Schema(definitions);

    public override bool TryRead(YamlNode node, ReadContext context, out Shape value)
    {
        if (orFeatures && node is YamlScalar)
        {
            var isRead = Ranges.Size.TryRead(node, context, out var features);
            value = Shape.Vector(features);
            return isRead;
        }

        var isMap = Map.TryRead(node, context, out var sizes);
        value = new Shape(sizes);
        return isMap;
    }
}
