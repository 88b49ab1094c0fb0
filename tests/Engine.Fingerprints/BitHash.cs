using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using static TorchSharp.torch;

namespace Repro.Engine.Fingerprints;

/// <summary>
/// A hash of numbers, bit for bit, but for not-a-numbers, which are all one: the contract leaves their sign and payload open.
/// </summary>
internal sealed class BitHash : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Adds a tensor's type, shape and elements in row-major order.</summary>
    public void Add(Tensor tensor)
    {
        hash.AppendData(Encoding.UTF8.GetBytes($"{tensor.dtype} {string.Join(' ', tensor.shape)}\n"));
        switch (tensor.dtype)
        {
            case ScalarType.Float32: AddNumbers(tensor); break;
            case ScalarType.Float64: hash.AppendData(MemoryMarshal.AsBytes<double>(tensor.data<double>().ToArray())); break;
            case ScalarType.Int64: hash.AppendData(MemoryMarshal.AsBytes<long>(tensor.data<long>().ToArray())); break;
            case ScalarType.Int32: hash.AppendData(MemoryMarshal.AsBytes<int>(tensor.data<int>().ToArray())); break;
            case ScalarType.Bool: hash.AppendData(MemoryMarshal.AsBytes<bool>(tensor.data<bool>().ToArray())); break;
            case ScalarType.Byte: hash.AppendData(tensor.data<byte>().ToArray()); break;
            default: throw new NotSupportedException($"No operation returns {tensor.dtype}.");
        }
    }

    /// <summary>Adds the elements alone.</summary>
    public void AddNumbers(Tensor tensor)
    {
        var bits = MemoryMarshal.Cast<float, int>(tensor.data<float>().ToArray().AsSpan());
        foreach (ref var number in bits)
        {
            number = float.IsNaN(BitConverter.Int32BitsToSingle(number)) ? 0x7FC0_0000 : number;
        }

        hash.AppendData(MemoryMarshal.AsBytes(bits));
    }

    /// <summary>The hash, in hexadecimal.</summary>
    public override string ToString() => Convert.ToHexStringLower(hash.GetCurrentHash());

    public void Dispose() => hash.Dispose();
}
