using Repro.Generators.Language.Schema;
using Repro.Generators.Syntax;

namespace Repro.Generators.Language.Values;

/// <summary>A value that is read later, when the parameters in it are known.</summary>
internal sealed class Deferred(ValueType type) : ValueType<YamlNode>
{
    public override string Expected => type.Expected;

    public override JsonObject Schema(SchemaDefinitions definitions) => type.Schema(definitions);

    public override bool TryRead(YamlNode node, ReadContext context, out YamlNode value)
    {
        value = node;
        return true;
    }
}
