using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Repro.Runtime.Imaging;

/// <summary>The hash of decoded pixels. It does not depend on how a file's encoder packs them.</summary>
internal static class PixelHash
{
    /// <summary>SHA-256, in lowercase hex, of the width and the height (32-bit little endian) and the pixels.</summary>
    public static string Of(int width, int height, ReadOnlySpan<byte> pixels)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> size = stackalloc byte[8];
        BinaryPrimitives.WriteInt32LittleEndian(size, width);
        BinaryPrimitives.WriteInt32LittleEndian(size[4..], height);
        hash.AppendData(size);
        hash.AppendData(pixels);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
