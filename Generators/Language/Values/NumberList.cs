using Repro.Generators.Common;
using Repro.Generators.Language.Schema;
using Repro.Generators.Syntax;

namespace Repro.Generators.Language.Values;

/// <summary>A list of whole numbers, of a fixed or any length.</summary>
internal sealed class NumberList(string expected, WholeNumber number, int? length = null) : ValueType<EquatableArray<long>>
{
    public override string Expected => $"{expected}, each {number.Expected}";

    public override JsonObject Schema(SchemaDefinitions definitions)
    {
        var schema = new JsonObject { { "type", "array" }, { "items", definitions.OrComputed(number.Schema(definitions)) } };
        if (length is not null)
        {
            schema.Add("minItems", (long)length);
            schema.Add("maxItems", (long)length);
        }

        return schema;
    }

    public override bool TryRead(YamlNode node, ReadContext context, out EquatableArray<long> value)
    {
        value = default;
        if (node is not YamlSequence sequence)
        {
            return context.WrongType(node);
        }

        if (length is not null && sequence.Items.Count != length)
        {
            return context.OutOfRange(node);
        }

        var numbers = new List<long>();
        foreach (var item in sequence.Items)
        {
            if (number.TryRead(item, context, out var read))
            {
                numbers.Add(read);
            }
        }

        value = numbers.ToEquatableArray();
        return numbers.Count == sequence.Items.Count;
    }
}
