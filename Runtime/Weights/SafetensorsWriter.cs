using System.Buffers;
using System.Buffers.Binary;
using System.Text.Json;

namespace Repro.Runtime.Weights;

/// <summary>
/// Writes the safetensors format: the header's length (64-bit little endian), a JSON header padded with spaces to a multiple of eight
/// bytes, then the elements of every tensor. Format: https://huggingface.co/docs/safetensors.
/// </summary>
public static class SafetensorsWriter
{
    /// <summary>
    /// Writes <paramref name="weights"/>; the same weights give the same bytes. Wider elements come first, so that every tensor is aligned
    /// in the file. Tensors of one width are in ordinal order of their names.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// Two weights have the same name, a weight has the name that the format reserves, or its data do not fit its shape.
    /// </exception>
    public static void Write(Stream stream, IEnumerable<WeightTensor> weights)
    {
        ArgumentNullException.ThrowIfNull(stream);
        WeightTensor[] ordered = [.. weights.OrderByDescending(weight => weight.Type.Size()).ThenBy(
            weight => weight.Name, StringComparer.Ordinal)];
        RequireWritable(ordered);
        var header = Header(ordered);
        Span<byte> length = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(length, (header.Length + 7) / 8 * 8);
        stream.Write(length);
        stream.Write(header);
        for (var i = header.Length; i % 8 != 0; i++)
        {
            stream.WriteByte((byte)' ');
        }

        foreach (var weight in ordered)
        {
            stream.Write(weight.Data.Span);
        }
    }

    private static void RequireWritable(WeightTensor[] weights)
    {
        var names = new HashSet<string>(StringComparer.Ordinal) { SafetensorsReader.Metadata };
        foreach (var weight in weights)
        {
            if (!names.Add(weight.Name))
            {
                throw new ArgumentException($"No file can hold the weight '{weight.Name}': its name is taken.", nameof(weights));
            }

            if (weight.Shape.Aggregate((long)weight.Type.Size(), (size, dimension) => checked(size * dimension)) != weight.Data.Length)
            {
                throw new ArgumentException($"The data of the weight '{weight.Name}' do not fit its shape.", nameof(weights));
            }
        }
    }

    private static ReadOnlySpan<byte> Header(IEnumerable<WeightTensor> weights)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        long offset = 0;
        foreach (var weight in weights)
        {
            json.WriteStartObject(weight.Name);
            json.WriteString("dtype", weight.Type.Code());
            WriteNumbers(json, "shape", weight.Shape);
            WriteNumbers(json, "data_offsets", [offset, offset + weight.Data.Length]);
            json.WriteEndObject();
            offset += weight.Data.Length;
        }

        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan;
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, IEnumerable<long> numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers)
        {
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
    }
}
