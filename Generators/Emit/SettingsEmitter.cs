using Repro.Generators.Common;
using Repro.Generators.Document;
using Repro.Generators.Resolution;
using Repro.Generators.Vocabulary;

namespace Repro.Generators.Emit;

/// <summary>Writes the settings of an experiment as one object.</summary>
internal static class SettingsEmitter
{
    /// <summary>The runtime's default is the language's; a test compares them.</summary>
    private static readonly string UsualCheckpoints = ExperimentKeys.Checkpoints.Default!;

    public static void Emit(CodeWriter writer, Experiment experiment)
    {
        writer.Summary("Everything experiments.yaml says about the experiment.");
        using (writer.Open($"public static {GlobalNames.Runtime}.ExperimentSettings Settings {{ get; }} = new()", "};"))
        {
            writer.Line("Name = Name,");
            writer.Line($"Architecture = {Literal.Of(experiment.Architecture.Name)},");
            writer.Line("SpecHash = SpecHash,");
            EmitData(writer, experiment);
            writer.Line("Seed = Seed,");
            writer.Line("Epochs = Epochs,");
            writer.Line("BatchSize = BatchSize,");
            writer.Line("Shuffle = Shuffle,");
            writer.Line($"LatentDimension = {GlobalNames.Generated}.{experiment.Architecture.Identifier}.LatentDimension,");
            writer.Line($"Captures = [{string.Join(", ", experiment.Captures)}],");
            if (experiment.CheckpointEvery is not null || Invariant($"{experiment.Checkpoints}") != UsualCheckpoints)
            {
                writer.Line(Invariant($"Checkpoint = new() {{ {Every(experiment.CheckpointEvery)}Keep = {experiment.Checkpoints} }},"));
            }
            if (experiment.Cell is { } cell)
            {
                writer.Line($"Cell = new({Literal.Of(cell.Matrix)}, "
                    + $"[{string.Join(", ", cell.Values.Select(value => $"new({Literal.Of(value.Key)}, {Literal.Of(value.Value)})"))}]),");
            }

            writer.Line($"Network = {GlobalNames.Generated}.{experiment.Architecture.Identifier}.NetworkDescription,");
            NetworkEmitter.EmitText(writer, "Specification", experiment.Text);
        }
    }

    private static string Every(long? epochs) => epochs is { } number ? Invariant($"Every = {number}, ") : "";

    private static string ValidationSize(decimal? size) => size switch
    {
        null => "null",
        < 1 => $"new {GlobalNames.Runtime}.ValidationSize.Fraction({size.Value.Canonical()}m)",
        _ => Invariant($"new {GlobalNames.Runtime}.ValidationSize.Count({size.Value:0})"),
    };

    private static string Patterns(EquatableArray<string> patterns) =>
        patterns.Count == 1 ? Literal.Of(patterns[0]) : $"[{string.Join(", ", patterns.Select(Literal.Of))}]";

    private static void EmitData(CodeWriter writer, Experiment experiment)
    {
        var data = experiment.Data;
        using (writer.Open("Data = new()", "},"))
        {
            writer.Line($"Name = {Literal.Of(data.Name)},");
            writer.Line($"Folder = {Literal.Of(data.Folder)},");
            writer.Line($"Files = {Patterns(data.Files)},");
            writer.Line(Invariant($"Width = {data.Width},"));
            writer.Line(Invariant($"Height = {data.Height},"));
            writer.Line(Invariant($"Channels = {data.Channels},"));
            writer.Line($"Background = {Literal.Of(data.Background)},");
            writer.Line($"HorizontalFlip = {Literal.Of(data.HorizontalFlip)},");
            writer.Line($"Sha256 = {(data.Sha256 is null ? "null" : Literal.Of(data.Sha256))},");
            writer.Line(experiment.Take is { } take ? Invariant($"Take = {take},") : "Take = null,");
            writer.Line($"Validation = {ValidationSize(experiment.Validation)},");
        }
    }
}
