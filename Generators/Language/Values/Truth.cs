using Repro.Generators.Language.Schema;
using Repro.Generators.Syntax;

namespace Repro.Generators.Language.Values;

/// <summary><c>true</c> or <c>false</c>.</summary>
internal sealed class Truth : ValueType<bool>
{
    public override string Expected => "true or false";

    public override JsonObject Schema(SchemaDefinitions definitions) => new() { { "type", "boolean" } };

    public override bool TryRead(YamlNode node, ReadContext context, out bool value)
    {
        var truth = (node as YamlScalar)?.Truth;
        value = truth ?? false;
        return truth is not null || context.WrongType(node);
    }
}
