namespace Repro.Generators.Schema;

/// <summary>The schemas that several values share, which can hold themselves: they stand once under <c>$defs</c>.</summary>
internal sealed class SchemaDefinitions
{
    private readonly SortedDictionary<string, JsonObject> schemas = new(StringComparer.Ordinal);

    /// <summary>Every schema so far, in the order of their names.</summary>
    public IReadOnlyDictionary<string, JsonObject> All => schemas;

    /// <summary>A reference to a shared schema, which is made when it is first asked for.</summary>
    public JsonObject Reference(string name, Func<JsonObject> schema)
    {
        if (!schemas.ContainsKey(name))
        {
            schemas.Add(name, []);
            schemas[name] = schema();
        }

        return new() { { "$ref", $"#/$defs/{name}" } };
    }
}
