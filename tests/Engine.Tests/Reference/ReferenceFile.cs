using System.Text.Json;

namespace Repro.Engine.Tests.Reference;

/// <summary>A file of PyTorch's values.</summary>
internal static class ReferenceFile
{
    public static JsonElement Load(string name)
    {
        using var stream = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Reference", name));
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }

    public static double[] Numbers(this JsonElement tensor) =>
        [.. tensor.GetProperty("data").EnumerateArray().Select(Number)];

    public static long[] Shape(this JsonElement tensor) =>
        [.. tensor.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64())];

    public static double Number(this JsonElement value) => value.ValueKind == JsonValueKind.String
        ? value.GetString() switch
        {
            "NaN" => double.NaN,
            "Infinity" => double.PositiveInfinity,
            "-Infinity" => double.NegativeInfinity,
            var other => throw new FormatException(other),
        }
        : value.GetDouble();
}
