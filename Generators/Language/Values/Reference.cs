using Repro.Generators.Language.Schema;
using Repro.Generators.Syntax;

namespace Repro.Generators.Language.Values;

/// <summary>The name of an entry. Whether the entry exists is known only after all entries are read.</summary>
internal sealed class Reference(string what) : ValueType<string>
{
    public override string Expected => $"the name of {what}";

    public override JsonObject Schema(SchemaDefinitions definitions) => new() { { "type", "string" } };

    public override bool TryRead(YamlNode node, ReadContext context, out string value)
    {
        value = (node as YamlScalar)?.Text ?? "";
        return node is YamlScalar { IsEmpty: false } || context.WrongType(node);
    }
}
