using System.Collections.Immutable;
using Repro.Generators.Language.Schema;

namespace Repro.Generators.Language;

/// <summary>The JSON schema of a mapping with declared keys.</summary>
internal static class MappingSchema
{
    /// <summary>The schema without the required keys, because an entry that is like another can inherit them.</summary>
    public static JsonObject Of(ImmutableArray<Key> keys, SchemaDefinitions definitions)
    {
        var properties = new JsonObject();
        foreach (var key in keys)
        {
            properties.Add(key.Name, Of(key, definitions));
        }

        return new() { { "type", "object" }, { "properties", properties }, { "additionalProperties", false } };
    }

    /// <summary>The names of the required keys.</summary>
    public static IEnumerable<string> Required(ImmutableArray<Key> keys) => keys.Where(key => key.IsRequired).Select(key => key.Name);

    private static JsonObject Of(Key key, SchemaDefinitions definitions)
    {
        var schema = new JsonObject { { "description", key.Summary } };
        if (key.Default is not null && RawJson.Of(key.Default) is { } absent)
        {
            schema.Add("default", absent);
        }

        if (RawJson.Of(key.Example) is { } example)
        {
            schema.Add("examples", new[] { example });
        }

        // Inside 'allOf', because draft 7 ignores the keywords beside a reference.
        schema.Add("allOf", new[] { definitions.OrComputed(key.Type.Schema(definitions)) });
        return schema;
    }
}
