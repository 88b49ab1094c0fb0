using System.Text.Json;
using Repro.Runtime.Files;

namespace Repro.Runtime.Checkpoints;

/// <summary>The JSON of a checkpoint. Numbers are read back with the bits that were written.</summary>
internal static class CheckpointJson
{
    private static readonly JsonSerializerOptions Format = StrictJson.Of(new(JsonSerializerDefaults.Web)
    {
        TypeInfoResolver = CheckpointJsonContext.Default,
        WriteIndented = true,
        NewLine = "\n",
    });

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Format) + "\n";

    /// <exception cref="ReproException">The text is not a value of this type.</exception>
    public static T Read<T>(ReadOnlySpan<byte> text, string name)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(text, Format) ?? throw new JsonException("It is null.");
        }
        catch (JsonException e)
        {
            throw new ReproException($"{name} is damaged: {e.Message}", e);
        }
    }
}
