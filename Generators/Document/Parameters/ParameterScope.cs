using Repro.Generators.Common;
using Repro.Generators.Syntax;
using Repro.Generators.Syntax.Diagnostics;

namespace Repro.Generators.Document.Parameters;

/// <summary>Replaces the parameters in a part of the file.</summary>
internal sealed class ParameterScope(IReadOnlyDictionary<string, YamlNode> values, DiagnosticBag diagnostics)
{
    /// <summary>
    /// The node with every parameter replaced by its value. A value that cannot be computed is reported and becomes a
    /// <see cref="YamlInvalid"/>.
    /// </summary>
    public YamlNode Apply(YamlNode node) => node switch
    {
        YamlScalar scalar when Arithmetic.Concerns(scalar) => Value(scalar),
        YamlSequence list => list with { Items = list.Items.Select(Apply).ToEquatableArray() },
        YamlMapping mapping => Apply(mapping),
        _ => node,
    };

    /// <summary>The mapping with every parameter in its values replaced.</summary>
    public YamlMapping Apply(YamlMapping mapping) =>
        mapping with { Pairs = mapping.Pairs.Select(pair => pair with { Value = Apply(pair.Value) }).ToEquatableArray() };

    private YamlNode Value(YamlScalar scalar)
    {
        if (Arithmetic.NamesIn(scalar.Text) is not { } names)
        {
            return Invalid(
                scalar, Descriptors.NotComputable, scalar.Text.Quoted(),
                "write a parameter, such as $width, $width * 2 or $size / 8, or put a text in quotes");
        }

        if (names.FirstOrDefault(name => !values.ContainsKey(name)) is { } unknown)
        {
            return Invalid(scalar, Descriptors.UnknownName, "parameter", unknown.Quoted(), Suggestion.For(unknown, [.. values.Keys]));
        }

        if (names.Any(name => values[name] is YamlInvalid))
        {
            return new YamlInvalid(scalar.Place);
        }

        return Arithmetic.Compute(scalar.Text, values, out var problem) switch
        {
            null => Invalid(scalar, Descriptors.NotComputable, scalar.Text.Quoted(), problem!),
            YamlScalar value => value with { Place = Moved(values[names[0]], scalar), Written = scalar.Text },
            var list => list with { Place = Moved(list, scalar) },
        };
    }

    /// <summary>A mistake is reported at the parameter's value, under the path of the key that uses it.</summary>
    private static Place Moved(YamlNode value, YamlScalar use) => value.Place with { Path = use.Place.Path };

    private YamlInvalid Invalid(YamlScalar scalar, Microsoft.CodeAnalysis.DiagnosticDescriptor descriptor, params string[] arguments)
    {
        diagnostics.Report(descriptor, scalar.Place, arguments);
        return new(scalar.Place);
    }
}
