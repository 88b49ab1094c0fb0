using Repro.Generators.Parameters;

namespace Repro.Generators.Schema;

/// <summary>The schemas that several values share, which can hold themselves: they stand once under <c>definitions</c>.</summary>
internal sealed class SchemaDefinitions
{
    private readonly SortedDictionary<string, JsonObject> schemas = new(StringComparer.Ordinal);

    /// <summary>Whether the values described now can be computed from parameters.</summary>
    public bool TakesParameters { get; set; }

    /// <summary>The schema of a value that may be written with parameters, where those are: <c>$width * 2</c>.</summary>
    public JsonObject OrParameters(JsonObject schema) => TakesParameters
        ? new()
        {
            {
                "anyOf",
                new[]
                {
                    schema,
                    Reference("parameters", () => new() { { "type", "string" }, { "pattern", Arithmetic.Pattern }, { "description", "A parameter, or whole numbers and parameters multiplied and divided." } }),
                }
            },
        }
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
