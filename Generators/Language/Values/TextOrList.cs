using Repro.Generators.Common;
using Repro.Generators.Language.Schema;
using Repro.Generators.Syntax;

namespace Repro.Generators.Language.Values;

/// <summary>A text, or a list of at least one such text.</summary>
internal sealed class TextOrList(Text text) : ValueType<EquatableArray<string>>
{
    public override string Expected => $"{text.Expected}, or a list of them";

    public override JsonObject Schema(SchemaDefinitions definitions) => new()
    {
        {
            "anyOf",
            new[]
            {
                text.Schema(definitions),
                new() { { "type", "array" }, { "items", definitions.OrComputed(text.Schema(definitions)) }, { "minItems", 1L } },
            }
        },
    };

    public override bool TryRead(YamlNode node, ReadContext context, out EquatableArray<string> value)
    {
        value = default;
        if (node is not YamlSequence list)
        {
            var isRead = text.TryRead(node, context, out var single);
            value = new([single]);
            return isRead;
        }

        if (list.Items.Count == 0)
        {
            return context.OutOfRange(node);
        }

        var texts = new List<string>();
        foreach (var item in list.Items)
        {
            if (text.TryRead(item, context, out var read))
            {
                texts.Add(read);
            }
        }

        value = texts.ToEquatableArray();
        return texts.Count == list.Items.Count;
    }
}
