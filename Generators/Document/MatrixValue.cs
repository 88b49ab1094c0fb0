using Repro.Generators.Common;
using Repro.Generators.Language;
using Repro.Generators.Language.Schema;
using Repro.Generators.Syntax;

namespace Repro.Generators.Document;

/// <summary>A mapping of keys to lists of values, and cells to include or exclude.</summary>
internal sealed class MatrixValue : ValueType<Matrix>
{
    private const string Include = "include";

    private const string Exclude = "exclude";

    private const string ValuesExpected = "a list of values";

    private const string CellsExpected = "a list of mappings, each of keys to values";

    public override string Expected => "a mapping of keys to lists of values";

    public override JsonObject Schema(SchemaDefinitions definitions) => new()
    {
        { "type", "object" },
        { "properties", new JsonObject { { Include, Cells() }, { Exclude, Cells() } } },
        { "additionalProperties", new JsonObject { { "type", "array" }, { "minItems", 1L } } },
    };

    public override bool TryRead(YamlNode node, ReadContext context, out Matrix value)
    {
        value = new(default, default, default);
        if (node is not YamlMapping mapping)
        {
            return context.WrongType(node);
        }

        var isRead = true;
        foreach (var pair in mapping.Pairs)
        {
            var isCells = pair.Key.Text is Include or Exclude;
            if (pair.Value is not YamlSequence { Items.Count: > 0 } list)
            {
                isRead = (context with { Expected = isCells ? CellsExpected : ValuesExpected }).WrongType(pair.Value);
            }
            else if (!isCells)
            {
                value = value with { Axes = value.Axes.Append(new(pair.Key, list.Items)).ToEquatableArray() };
            }
            else if (list.Items.FirstOrDefault(item => item is not YamlMapping { Pairs.Count: > 0 }) is { } wrong)
            {
                isRead = (context with { Expected = "a mapping of keys to values" }).WrongType(wrong);
            }
            else
            {
                var cells = list.Items.Cast<YamlMapping>().ToEquatableArray();
                value = pair.Key.Text == Include ? value with { Include = cells } : value with { Exclude = cells };
            }
        }

        return isRead;
    }

    private static JsonObject Cells() =>
        new() { { "type", "array" }, { "minItems", 1L }, { "items", new JsonObject { { "type", "object" }, { "minProperties", 1L } } } };
}
