using Repro.Generators.Language;
using Repro.Generators.Language.Schema;

namespace Repro.Generators.Document;

/// <summary>The JSON schema of <c>experiments.yaml</c>, for editors that complete, explain and check it.</summary>
public static class ExperimentsSchema
{
    /// <summary>The file name. The first line of <c>experiments.yaml</c> names the file beside it.</summary>
    public const string FileName = "experiments.schema.json";

    /// <summary>The text of the file: JSON schema draft 7, with line feeds.</summary>
    public static string Text()
    {
        var definitions = new SchemaDefinitions();
        var document = MappingSchema.Of(DocumentReader.Keys, definitions);
        var schema = new JsonObject
        {
            { "$schema", "http://json-schema.org/draft-07/schema#" },
            { "title", "Experiments of Repro" },
            { "description", "Data sets, architectures and experiments. The build checks more than this schema can: shapes, names and "
                + "what fits together." },
        };
        foreach (var property in document)
        {
            schema.Add(property.Key, property.Value);
        }

        schema.Add("required", MappingSchema.Required(DocumentReader.Keys));
        schema.Add("definitions", definitions.ToJson());
        return JsonWriter.Write(schema);
    }
}
