using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Repro.Runtime.Training;

/// <summary>
/// A SHA-256 chain over the losses and terms of all steps. It starts with 32 zero bytes. After each step it is the hash of the previous 32
/// bytes and the float32 bits (little endian) of the loss and of each term. A wrong bit in one step changes every later value.
/// </summary>
public sealed class RunningHash
{
    private byte[] state = new byte[SHA256.HashSizeInBytes];

    /// <summary>The chain so far, 32 bytes. A restored chain continues from it.</summary>
    public ReadOnlySpan<byte> State
    {
        get => state;
        set =>
            state = value.Length == SHA256.HashSizeInBytes
                ? value.ToArray()
                : throw new ArgumentException($"A chain has {SHA256.HashSizeInBytes} bytes, not {value.Length}.");
    }

    /// <summary>The first 16 hex digits of the chain so far.</summary>
    public string Text => Convert.ToHexStringLower(state.AsSpan(0, 8));

    /// <summary>Appends the loss and the terms of a step.</summary>
    public void Append(float loss, ReadOnlySpan<float> terms)
    {
        var data = new byte[state.Length + (sizeof(float) * (1 + terms.Length))];
        state.CopyTo(data, 0);
        var values = data.AsSpan(state.Length);
        BinaryPrimitives.WriteSingleLittleEndian(values, loss);
        for (var i = 0; i < terms.Length; i++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(values[(sizeof(float) * (i + 1))..], terms[i]);
        }

        state = SHA256.HashData(data);
    }
}
