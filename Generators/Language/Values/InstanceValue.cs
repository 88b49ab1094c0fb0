using Repro.Generators.Language.Schema;
using Repro.Generators.Syntax;

namespace Repro.Generators.Language.Values;

/// <summary>
/// The name of an entry with parameters, alone or with values for them. Whether the entry exists is known only after all entries are read.
/// </summary>
internal sealed class InstanceValue(string what, string example) : ValueType<Instance>
{
    private static readonly string[] MappingOrNothing = ["object", "null"];

    public override string Expected => $"the name of {what}, alone or with parameters, such as '{example}'";

    public override bool TakesMapping => true;

    /// <summary>The parameters of the same entry are inherited one by one.</summary>
    public override YamlNode Merge(YamlNode own, YamlNode inherited) =>
        own is YamlMapping { Pairs.Count: 1 } mapping
        && inherited is YamlMapping { Pairs.Count: 1 } others
        && mapping.Pairs[0].Key.Text == others.Pairs[0].Key.Text
        && mapping.Pairs[0].Value is YamlMapping given
        && others.Pairs[0].Value is YamlMapping kept
            ? mapping with { Pairs = new([mapping.Pairs[0] with { Value = given.Over(kept, []) }]) }
            : own;

    public override JsonObject Schema(SchemaDefinitions definitions) => new()
    {
        {
            "anyOf",
            new JsonObject[]
            {
                new() { { "type", "string" } },
                new()
                {
                    { "type", "object" },
                    { "additionalProperties", new JsonObject { { "type", MappingOrNothing } } },
                    { "minProperties", 1L },
                    { "maxProperties", 1L },
                },
            }
        },
    };

    public override bool TryRead(YamlNode node, ReadContext context, out Instance value)
    {
        var (name, given) = node is YamlMapping { Pairs.Count: 1 } mapping
            ? (mapping.Pairs[0].Key, mapping.Pairs[0].Value)
            : (node as YamlScalar, null);
        value = null!;
        if (name is null or { IsEmpty: true } || given is not (null or YamlMapping or YamlScalar { IsEmpty: true }))
        {
            return context.WrongType(node);
        }

        value = new(name, given as YamlMapping ?? new([], name.Place));
        return true;
    }
}
