using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Repro.Runtime.Files;
using Repro.Runtime.Snapshots;

namespace Repro.Runtime.Runs;

/// <summary>
/// The file <c>run.json</c>, the manifest of a finished run: its presence says that the run finished, and it lists every file of the run
/// with length and SHA-256. It ends with a checksum of itself.
/// </summary>
/// <param name="Experiment">The experiment's name.</param>
/// <param name="Spec">Hash of its settings in <c>experiments.yaml</c>.</param>
/// <param name="Data">Hash of its images.</param>
/// <param name="Engine">The engine and the version of its numerics.</param>
/// <param name="Seed">The run's seed.</param>
/// <param name="Epochs">The run's epochs.</param>
/// <param name="Weights">Hash of the final weights.</param>
/// <param name="Seconds">How long the training took.</param>
/// <param name="Finished">When it finished, in UTC.</param>
/// <param name="Files">The other files of the run, in ordinal order of their paths.</param>
public sealed record RunRecord(
    string Experiment,
    string Spec,
    string Data,
    string Engine,
    long Seed,
    int Epochs,
    string Weights,
    double Seconds,
    DateTimeOffset Finished,
    IReadOnlyList<FileDigest> Files) : IJsonOnDeserialized
{
    /// <summary>The format of the file. The first one listed no files.</summary>
    private const int CurrentFormat = 2;

    /// <summary>More than 300 years.</summary>
    private const double MostSeconds = 1e10;

    private static readonly JsonSerializerOptions Options = StrictJson.Of(new(JsonSerializerDefaults.Web)
    {
        TypeInfoResolver = RunJsonContext.Default,
        WriteIndented = true,
        NewLine = "\n",
        NumberHandling = JsonNumberHandling.Strict,
    });

    /// <summary>The version of the format.</summary>
    [JsonPropertyOrder(-1)]
    public int Format { get; init; } = CurrentFormat;

    /// <summary>The machine of the run, see <see cref="MachineDescription"/>; <c>null</c> in records of older versions.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Machine { get; init; }

    /// <summary>In the file, the SHA-256, in lowercase hex, of the text with an empty checksum. In memory it is empty.</summary>
    [JsonPropertyOrder(1)]
    public string Checksum { get; init; } = "";

    /// <summary>The record of a run that has just finished.</summary>
    public static RunRecord Of(Snapshot snapshot, TimeSpan duration, DateTimeOffset finished, IReadOnlyList<FileDigest> files)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var header = snapshot.Header;
        return new(
            header.Experiment, header.Spec, header.Data, header.Engine, header.Seed, header.Epochs, snapshot.Weights!,
            duration.TotalSeconds, finished, files)
        {
            Machine = MachineDescription.Current,
        };
    }

    /// <summary>The text of the file.</summary>
    public string ToJson()
    {
        var checksum = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text(this with { Checksum = "" }))));
        return Text(this with { Checksum = checksum });
    }

    /// <summary>Reads the text of the file.</summary>
    /// <param name="json">The text.</param>
    /// <param name="path">Its path, for messages.</param>
    /// <exception cref="ReproException">The text is malformed, of another version, or was changed.</exception>
    public static RunRecord Parse(string json, string path)
    {
        try
        {
            var format = (JsonSerializer.Deserialize<RunRecordFormat>(json, Options) ?? throw new JsonException("It is null.")).Format;
            if (format != CurrentFormat)
            {
                throw new ReproException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"'{path}' was written by another version of Repro: its format is {format}, and this version reads {CurrentFormat}."));
            }

            var record = JsonSerializer.Deserialize<RunRecord>(json, Options)! with { Checksum = "" };
            return record.ToJson() == json
                ? record
                : throw new ReproException($"'{path}' was changed: its checksum is not that of its text.");
        }
        catch (JsonException e)
        {
            throw new ReproException($"'{path}' is not a record of a run: {e.Message}", e);
        }
    }

    /// <summary>Refuses what no run has.</summary>
    void IJsonOnDeserialized.OnDeserialized()
    {
        bool[] forms =
        [
            FieldForm.IsName(Experiment), FieldForm.IsHash(Spec), FieldForm.IsHash(Data), FieldForm.IsEngine(Engine),
            FieldForm.IsHash(Weights),
            Seed is >= 0 and <= uint.MaxValue, Epochs > 0, Seconds is >= 0 and <= MostSeconds, IsOrdered(Files),
        ];
        if (forms.Contains(false))
        {
            throw new JsonException("A field has a value that no run has.");
        }
    }

    private static bool IsOrdered(IReadOnlyList<FileDigest> files) =>
        files.Zip(files.Skip(1)).All(pair => string.CompareOrdinal(pair.First.Path, pair.Second.Path) < 0);

    private static string Text(RunRecord record) => JsonSerializer.Serialize(record, Options) + "\n";
}
