using Repro.Generators.Common;

namespace Repro.Generators.Emit;

/// <summary>Writes the list of all experiments.</summary>
internal static class CatalogEmitter
{
    /// <param name="identifiers">The run classes, in the order of the file.</param>
    public static string Emit(EquatableArray<string> identifiers)
    {
        var writer = CodeWriter.ForFile("System.Collections.Generic", "Repro.Runtime");
        writer.Summary("Every experiment of experiments.yaml.");
        using (writer.Open("public static class ExperimentCatalog"))
        {
            writer.Summary("The experiments, in the order of the file.");
            writer.Line("public static IReadOnlyList<Experiment> All { get; } =");
            writer.Line("[");
            writer.Lines(identifiers.Select(identifier => $"    new({identifier}.Settings, static () => new {identifier}()),"));
            writer.Line("];");
        }

        return writer.ToString();
    }
}
