using Repro.Generators.Shapes;
using Repro.Generators.Yaml;

namespace Repro.Generators.Model.Values;

/// <summary>The shape of a feature map, or, where that is allowed, a number of features.</summary>
internal sealed class ShapeValue(bool orFeatures) : ValueType<Shape>
{
    private static readonly NumberList Map = new("[channels, height, width]", Ranges.Size, 3);

    public override string Expected => orFeatures ? $"a number of features or {Map.Expected}" : Map.Expected;

    public override Problem? Read(YamlNode node, out Shape value)
    {
        if (orFeatures && node is YamlScalar)
        {
            var problem = Ranges.Size.Read(node, out var features);
            value = Shape.Vector(features);
            return problem;
        }

        var wrong = Map.Read(node, out var sizes);
        value = new Shape(sizes);
        return wrong;
    }
}
