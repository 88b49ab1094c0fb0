namespace Repro.Generators.Language.Schema;

/// <summary>The schemas that several values share, which can hold themselves: they stand once under <c>definitions</c>.</summary>
internal sealed class SchemaDefinitions
{
    private readonly SortedDictionary<string, JsonObject> schemas = new(StringComparer.Ordinal);

    /// <summary>The schema of a value that is computed from parameters; <c>null</c> where values cannot be computed.</summary>
    public JsonObject? Computed { get; set; }

    /// <summary>The schema of a value, or of one that is computed where values can be.</summary>
    public JsonObject OrComputed(JsonObject schema) => Computed is { } computed
        ? new() { { "anyOf", new[] { schema, Reference("parameters", () => computed) } } }
        : schema;

    /// <summary>Every schema so far, in the order of their names.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject();
        foreach (var schema in schemas)
        {
            json.Add(schema.Key, schema.Value);
        }

        return json;
    }

    /// <summary>A reference to a shared schema, which is made when it is first asked for.</summary>
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
