using System.Buffers.Binary;
using System.Text.Json;

namespace Repro.Runtime.Weights;

/// <summary>
/// Reads a safetensors file from memory, by the rules of its format (https://huggingface.co/docs/safetensors). The result points into the
/// file's bytes, so a claimed size never leads to an allocation.
/// </summary>
public static class SafetensorsReader
{
    /// <summary>The largest length of a header in bytes, which is a rule of the format.</summary>
    internal const int LongestHeader = 100_000_000;

    /// <summary>The name of the one entry that is not a tensor. It holds texts by name.</summary>
    internal const string Metadata = "__metadata__";

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 4 };

    /// <summary>The tensors, in the order of their data.</summary>
    /// <exception cref="InvalidDataException">
    /// The file is cut short or malformed, has an element type other than F32 and I64, or its tensors overlap, leave gaps or do not fill
    /// it. The message says which.
    /// </exception>
    public static IReadOnlyList<WeightTensor> Read(ReadOnlyMemory<byte> file)
    {
        if (file.Length < sizeof(long))
        {
            throw Invalid("it is shorter than the length of its header");
        }

        var headerLength = BinaryPrimitives.ReadUInt64LittleEndian(file.Span);
        if (headerLength > (ulong)(file.Length - sizeof(long)))
        {
            throw Invalid("its header is longer than the file");
        }

        Require(headerLength <= LongestHeader, "its header is longer than 100 MB");
        var text = file.Slice(sizeof(long), (int)headerLength);
        Require(text.Span is [(byte)'{', ..] && text.Span.TrimEnd((byte)' ')[^1] == '}', "its header is not an object, padded with spaces");
        try
        {
            using var header = JsonDocument.Parse(text, Strict);
            return Tensors(header.RootElement, file[(sizeof(long) + (int)headerLength)..]);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The JSON library throws the second one for a string that is not valid UTF-8.
            throw new InvalidDataException($"This is not a readable safetensors file: its header is not valid JSON. {e.Message}", e);
        }
    }

    private static WeightTensor[] Tensors(JsonElement header, ReadOnlyMemory<byte> data)
    {
        Require(!header.TryGetProperty(Metadata, out var metadata) || IsMetadata(metadata), $"its {Metadata} is not an object of strings");
        var entries = header.EnumerateObject()
            .Where(property => property.Name != Metadata)
            .Select(property => (property.Name, property.Value, Offsets: Offsets(property)))
            .OrderBy(entry => entry.Offsets.Begin).ThenBy(entry => entry.Offsets.End).ThenBy(entry => entry.Name, StringComparer.Ordinal)
            .ToArray();
        var tensors = new WeightTensor[entries.Length];
        var end = 0L;
        for (var i = 0; i < entries.Length; i++)
        {
            var (name, value, (begin, next)) = entries[i];
            Require(
                begin == end && next >= begin && next <= data.Length,
                $"the data of '{name}' does not follow what comes before it, or ends outside the file");
            tensors[i] = Tensor(name, value, data[(int)begin..(int)next]);
            end = next;
        }

        Require(end == data.Length, "there are bytes after its last tensor");
        return tensors;
    }

    private static bool IsMetadata(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object
            && value.EnumerateObject().All(entry => entry.Value.ValueKind == JsonValueKind.String && entry.Value.GetString() is not null);

    private static WeightTensor Tensor(string name, JsonElement value, ReadOnlyMemory<byte> data)
    {
        Require(value.TryGetProperty("dtype", out var dtype) && dtype.ValueKind == JsonValueKind.String, $"'{name}' has no dtype");
        var type = WeightTypes.FromCode(dtype.GetString())
            ?? throw Invalid($"'{name}' has the dtype {dtype.GetString()}; F32 and I64 are supported");
        var shape = Numbers(name, value, "shape");
        Require(Fits(shape, type.Size(), data.Length), $"the shape of '{name}' does not fit its {data.Length} bytes");
        return new WeightTensor(name, type, shape, data);
    }

    private static bool Fits(long[] shape, long elementSize, long length)
    {
        if (shape.Contains(0))
        {
            return length == 0;
        }

        foreach (var dimension in shape)
        {
            if (dimension > length / elementSize)
            {
                return false;
            }

            elementSize *= dimension;
        }

        return elementSize == length;
    }

    private static (long Begin, long End) Offsets(JsonProperty property)
    {
        Require(property.Value.ValueKind == JsonValueKind.Object, $"'{property.Name}' is not an object");
        var offsets = Numbers(property.Name, property.Value, "data_offsets");
        Require(offsets.Length == 2, $"'{property.Name}' does not have two data_offsets");
        return (offsets[0], offsets[1]);
    }

    private static long[] Numbers(string name, JsonElement value, string property)
    {
        Require(value.TryGetProperty(property, out var array) && array.ValueKind == JsonValueKind.Array, $"'{name}' has no {property}");
        return [.. array.EnumerateArray().Select(number =>
            number.ValueKind == JsonValueKind.Number && number.GetRawText()[0] != '-' && number.TryGetInt64(out var result)
                ? result
                : throw Invalid($"{property} of '{name}' has a value that is not a whole number from 0"))];
    }

    private static void Require(bool condition, string problem)
    {
        if (!condition)
        {
            throw Invalid(problem);
        }
    }

    private static InvalidDataException Invalid(string problem) => new($"This is not a readable safetensors file: {problem}.");
}
