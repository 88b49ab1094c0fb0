using System.Numerics;

namespace Repro.Runtime.TensorBoard;

/// <summary>The checksum of TFRecord files: CRC-32C (Castagnoli, RFC 3720), rotated and shifted as TensorFlow masks it.</summary>
internal static class MaskedCrc32C
{
    private const uint MaskDelta = 0xA282EAD8;

    /// <summary>The masked checksum, as <c>masked_crc32_of</c> in TensorFlow's format description.</summary>
    public static uint Compute(ReadOnlySpan<byte> data)
    {
        var crc = Crc32C(data);
        return unchecked(uint.RotateRight(crc, 15) + MaskDelta);
    }

    /// <summary>The plain checksum.</summary>
    public static uint Crc32C(ReadOnlySpan<byte> data)
    {
        var crc = uint.MaxValue;
        foreach (var value in data)
        {
            crc = BitOperations.Crc32C(crc, value);
        }

        return ~crc;
    }
}
