using System.Text.Json;

namespace Repro.Runtime.Artifacts;

/// <summary>The file <c>run.json</c>: its presence says that the run finished and that everything beside it belongs to it.</summary>
/// <param name="Experiment">The experiment's name.</param>
/// <param name="Spec">Hash of what <c>experiments.yaml</c> said about it.</param>
/// <param name="Data">Hash of its images.</param>
/// <param name="Engine">The engine and the version of its numerics.</param>
/// <param name="Seed">The run's seed.</param>
/// <param name="Epochs">The run's epochs.</param>
/// <param name="Weights">Hash of the final weights.</param>
/// <param name="Seconds">How long the training took.</param>
/// <param name="Finished">When it finished, in UTC.</param>
public sealed record RunRecord(
    string Experiment, string Spec, string Data, string Engine, long Seed, int Epochs, string Weights, double Seconds, DateTimeOffset Finished)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    /// <summary>The text of the file.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Format) + "\n";

    /// <summary>Reads the text of the file.</summary>
    /// <param name="json">The text.</param>
    /// <param name="path">Where it is from, for messages.</param>
    /// <exception cref="ReproException">It is no such text.</exception>
    public static RunRecord Parse(string json, string path)
    {
        try
        {
            return JsonSerializer.Deserialize<RunRecord>(json, Format) ?? throw new JsonException("It is null.");
        }
        catch (JsonException e)
        {
            throw new ReproException($"'{path}' is no record of a run: {e.Message} Delete the file and run the experiment again.", e);
        }
    }
}
