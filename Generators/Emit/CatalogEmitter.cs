namespace Repro.Generators.Emit;

/// <summary>Writes the list of all experiments.</summary>
internal static class CatalogEmitter
{
    public static string Emit(Catalog catalog)
    {
        var writer = CodeWriter.ForFile("System.Collections.Generic", "Repro.Runtime");
        writer.Summary("Every experiment of experiments.yaml.");
        using (writer.Open("public static class ExperimentCatalog"))
        {
            writer.Summary("The experiments, in the order of the file.");
            writer.Line("public static IReadOnlyList<Experiment> All { get; } =");
            writer.Line("[");
            writer.Lines(catalog.Experiments.Select(entry => $"    new({entry.Identifier}.Settings, static () => new {entry.Identifier}()),"));
            writer.Line("];");
        }

        return writer.ToString();
    }
}
