using Repro.Generators.Common;
using Repro.Generators.Language.Schema;
using Repro.Generators.Syntax;

namespace Repro.Generators.Language.Values;

/// <summary>A whole number for all of a few sizes, or a list of them.</summary>
/// <param name="number">One size.</param>
/// <param name="names">The sizes' names, as a list.</param>
/// <param name="count">How many there are.</param>
/// <param name="create">Makes the value of all sizes.</param>
internal abstract class SizesValue<T>(WholeNumber number, string names, int count, Func<EquatableArray<long>, T> create) : ValueType<T>
{
    private readonly NumberList list = new(names, number, count);

    public override string Expected => $"{number.Expected}, or {names} of such numbers";

    public override JsonObject Schema(SchemaDefinitions definitions) =>
        new() { { "anyOf", new[] { number.Schema(definitions), list.Schema(definitions) } } };

    public override bool TryRead(YamlNode node, ReadContext context, out T value)
    {
        if (node is YamlSequence)
        {
            var isList = list.TryRead(node, context, out var sizes);
            value = isList ? create(sizes) : default!;
            return isList;
        }

        var isNumber = number.TryRead(node, context, out var size);
        value = create(Enumerable.Repeat(size, count).ToEquatableArray());
        return isNumber;
    }
}
