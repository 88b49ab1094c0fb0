namespace Repro.Generators.Language.Schema;

/// <summary>The schemas that several values share, written once under <c>definitions</c>. A schema can refer to itself.</summary>
internal sealed class SchemaDefinitions
{
    private readonly SortedDictionary<string, JsonObject> schemas = new(StringComparer.Ordinal);

    /// <summary>The schema of a value that is computed from parameters; <c>null</c> where values cannot be computed.</summary>
    public JsonObject? Computed { get; set; }

    /// <summary>The schema of a value; where values can be computed, also that of a computed one.</summary>
    public JsonObject OrComputed(JsonObject schema) => Computed is { } computed
        ? new() { { "anyOf", new[] { schema, Reference("parameters", () => computed) } } }
        : schema;

    /// <summary>All schemas so far, ordered by name.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject();
        foreach (var schema in schemas)
        {
            json.Add(schema.Key, schema.Value);
        }

        return json;
    }

    /// <summary>A reference to a shared schema, which is created at its first use.</summary>
    public JsonObject Reference(string name, Func<JsonObject> schema)
    {
        if (!schemas.ContainsKey(name))
        {
            schemas.Add(name, []);
            schemas[name] = schema();
        }

        return new() { { "$ref", $"#/definitions/{name}" } };
    }
}
