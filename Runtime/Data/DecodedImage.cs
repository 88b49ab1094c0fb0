using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Repro.Runtime.Data;

/// <summary>The pixels that a file holds, before anything is made of them.</summary>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
/// <param name="Rgba">Rows from the top, four bytes (red, green, blue, alpha; not premultiplied) a pixel.</param>
internal sealed record DecodedImage(int Width, int Height, byte[] Rgba)
{
    /// <summary>SHA-256, in lowercase hex, of the width and the height (32-bit little endian) and the pixels.</summary>
    public string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> size = stackalloc byte[8];
        BinaryPrimitives.WriteInt32LittleEndian(size, Width);
        BinaryPrimitives.WriteInt32LittleEndian(size[4..], Height);
        hash.AppendData(size);
        hash.AppendData(Rgba);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
