using System.Collections.Immutable;
using Repro.Generators.Language;

namespace Repro.Generators.Schema;

/// <summary>The JSON schema of a mapping with declared keys.</summary>
internal static class MappingSchema
{
    public static JsonObject Of(ImmutableArray<Key> keys, SchemaDefinitions definitions)
    {
        var properties = new JsonObject();
        foreach (var key in keys)
        {
            properties.Add(key.Name, Of(key, definitions));
        }

        var schema = new JsonObject { { "type", "object" }, { "properties", properties } };
        if (keys.Any(key => key.IsRequired))
        {
            schema.Add("required", keys.Where(key => key.IsRequired).Select(key => key.Name));
        }

        schema.Add("additionalProperties", false);
        return schema;
    }

    private static JsonObject Of(Key key, SchemaDefinitions definitions)
    {
        var schema = new JsonObject { { "description", key.Summary } };
        foreach (var property in key.Type.Schema(definitions))
        {
            schema.Add(property.Key, property.Value);
        }

        return schema;
    }
}
