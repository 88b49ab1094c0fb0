using Repro.Generators.Shapes;
using Repro.Generators.Yaml;

namespace Repro.Generators.Model.Values;

/// <summary>A whole number for both directions of an image, or [height, width].</summary>
internal sealed class ExtentValue(WholeNumber number) : ValueType<Extent>
{
    private readonly NumberList pair = new("[height, width]", number, 2);

    public override string Expected => $"{number.Expected}, or [height, width] of such";

    public override Problem? Read(YamlNode node, out Extent value)
    {
        if (node is YamlSequence)
        {
            var wrong = pair.Read(node, out var sizes);
            value = wrong is null ? new(sizes[0], sizes[1]) : default;
            return wrong;
        }

        var problem = number.Read(node, out var size);
        value = Extent.Square(size);
        return problem;
    }
}
