using System.Buffers.Binary;

namespace Repro.Runtime.TensorBoard;

/// <summary>
/// Writes records in TensorFlow's TFRecord framing: the length (64-bit little endian) and its checksum, the data and its checksum (32-bit
/// little endian each, see <see cref="MaskedCrc32C"/>).
/// </summary>
internal static class RecordWriter
{
    public static void Write(Stream stream, ReadOnlySpan<byte> data)
    {
        Span<byte> head = stackalloc byte[sizeof(ulong) + sizeof(uint)];
        BinaryPrimitives.WriteUInt64LittleEndian(head, (ulong)data.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(head[sizeof(ulong)..], MaskedCrc32C.Compute(head[..sizeof(ulong)]));
        Span<byte> foot = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(foot, MaskedCrc32C.Compute(data));
        stream.Write(head);
        stream.Write(data);
        stream.Write(foot);
    }
}
