using Repro.Generators.Language.Schema;
using Repro.Generators.Syntax;

namespace Repro.Generators.Language.Values;

/// <summary>A number, or a word that means no number.</summary>
internal sealed class NumberOr<T>(string word, ValueType<T> number) : ValueType<T?>
    where T : struct
{
    public override string Expected => $"{number.Expected}, or {word}";

    public override JsonObject Schema(SchemaDefinitions definitions) =>
        new() { { "anyOf", new[] { number.Schema(definitions), new() { { "enum", new[] { word } } } } } };

    public override bool TryRead(YamlNode node, ReadContext context, out T? value)
    {
        value = null;
        if (node is YamlScalar scalar && scalar.Text == word)
        {
            return true;
        }

        var isRead = number.TryRead(node, context, out var found);
        value = found;
        return isRead;
    }
}
