using Repro.Generators.Shapes;
using Repro.Generators.Yaml;

namespace Repro.Generators.Model.Values;

/// <summary>A whole number for all sides of an image, or [left, right, top, bottom].</summary>
internal sealed class BordersValue(WholeNumber number) : ValueType<Borders>
{
    private readonly NumberList sides = new("[left, right, top, bottom]", number, 4);

    public override string Expected => $"{number.Expected}, or [left, right, top, bottom] of such";

    public override Problem? Read(YamlNode node, out Borders value)
    {
        if (node is YamlSequence)
        {
            var wrong = sides.Read(node, out var sizes);
            value = wrong is null ? new(sizes[0], sizes[1], sizes[2], sizes[3]) : default;
            return wrong;
        }

        var problem = number.Read(node, out var size);
        value = new(size, size, size, size);
        return problem;
    }
}
