using Repro.Generators.Vocabulary;

namespace Repro.Generators.Emit;

/// <summary>Writes the list of all experiments.</summary>
internal static class CatalogEmitter
{
    public static string Emit(Catalog catalog)
    {
        var writer = CodeWriter.ForFile();
        writer.Summary("Every experiment of experiments.yaml.");
        using (writer.Open("public static class ExperimentCatalog"))
        {
            writer.Summary("The experiments, in the order of the file.");
            writer.Line(
                $"public static global::System.Collections.Generic.IReadOnlyList<{GlobalNames.Runtime}.Experiment> All {{ get; }} =");
            writer.Line("[");
            writer.Lines(catalog.Experiments.Select(entry => $"    new({Class(entry)}.Settings, static () => new {Class(entry)}()),"));
            writer.Line("];");
        }

        return writer.ToString();
    }

    private static string Class(CatalogEntry entry) => $"{GlobalNames.Generated}.{entry.Identifier}";
}
