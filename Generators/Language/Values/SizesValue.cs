using Repro.Generators.Common;
using Repro.Generators.Language.Schema;
using Repro.Generators.Syntax;

namespace Repro.Generators.Language.Values;

/// <summary>One whole number for several sizes, or a list with a number for each.</summary>
/// <param name="number">The type of one size.</param>
/// <param name="names">The names of the sizes, written as a list.</param>
/// <param name="count">The number of sizes.</param>
/// <param name="create">Creates the value from all sizes.</param>
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
