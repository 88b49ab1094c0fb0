using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Repro.Runtime.Weights;

/// <summary>A hash of all weights of a network.</summary>
public static class WeightsHash
{
    /// <summary>
    /// SHA-256, in lowercase hex. For each tensor in ordinal order of the names: the name's length in UTF-8 bytes, the name, its
    /// element type's code ("F32" or "I64"), the number of dimensions, the dimensions, and the elements; numbers as 64-bit little endian.
    /// </summary>
    public static string Compute(IEnumerable<WeightTensor> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var weight in weights.OrderBy(weight => weight.Name, StringComparer.Ordinal))
        {
            var name = Encoding.UTF8.GetBytes(weight.Name);
            Append(hash, name.Length);
            hash.AppendData(name);
            hash.AppendData(Encoding.UTF8.GetBytes(weight.Type.Code()));
            Append(hash, weight.Shape.Count);
            foreach (var dimension in weight.Shape)
            {
                Append(hash, dimension);
            }

            hash.AppendData(weight.Data.Span);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, long value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        hash.AppendData(bytes);
    }
}
