using Repro.Generators.Language.Schema;
using Repro.Generators.Syntax;

namespace Repro.Generators.Language.Values;

/// <summary>The only allowed number.</summary>
internal sealed class Constant(string number, string meaning) : ValueType<string>
{
    public override string Expected => $"{number}, {meaning}";

    public override JsonObject Schema(SchemaDefinitions definitions) => new() { { "enum", new[] { new RawJson(number) } } };

    public override bool TryRead(YamlNode node, ReadContext context, out string value)
    {
        value = number;
        return node is YamlScalar { IsEmpty: false } scalar
            ? scalar.Text == number || context.OutOfRange(node)
            : context.WrongType(node);
    }
}
