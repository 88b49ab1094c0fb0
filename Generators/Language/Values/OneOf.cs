using Repro.Generators.Language.Schema;
using Repro.Generators.Syntax;

namespace Repro.Generators.Language.Values;

/// <summary>One of a few words.</summary>
internal sealed class OneOf(params string[] words) : ValueType<string>
{
    public override string Expected => $"{string.Join(", ", words.Take(words.Length - 1))} or {words[words.Length - 1]}";

    public override JsonObject Schema(SchemaDefinitions definitions) => new() { { "enum", words } };

    public override bool TryRead(YamlNode node, ReadContext context, out string value)
    {
        value = (node as YamlScalar)?.Text ?? "";
        return node is not YamlScalar { IsEmpty: false } ? context.WrongType(node) : words.Contains(value) || context.OutOfRange(node);
    }
}
