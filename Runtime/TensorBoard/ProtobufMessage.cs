using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Repro.Runtime.TensorBoard;

/// <summary>Encodes the fields of a protocol-buffers message, in the order in which they are added.</summary>
internal sealed class ProtobufMessage
{
    private readonly ArrayBufferWriter<byte> bytes = new();

    // The wire types of the format.
    private enum Wire
    {
        VariableLength = 0,
        Bytes64 = 1,
        LengthDelimited = 2,
        Bytes32 = 5,
    }

    public ReadOnlySpan<byte> Bytes => bytes.WrittenSpan;

    /// <summary>A field of type <c>int64</c> or <c>int32</c> that is not negative, or an enumeration.</summary>
    public ProtobufMessage Add(int field, long value)
    {
        Tag(field, Wire.VariableLength);
        VariableLength((ulong)value);
        return this;
    }

    /// <summary>A field of type <c>float</c>.</summary>
    public ProtobufMessage Add(int field, float value)
    {
        Tag(field, Wire.Bytes32);
        Span<byte> buffer = stackalloc byte[sizeof(float)];
        BinaryPrimitives.WriteSingleLittleEndian(buffer, value);
        bytes.Write(buffer);
        return this;
    }

    /// <summary>A field of type <c>double</c>.</summary>
    public ProtobufMessage Add(int field, double value)
    {
        Tag(field, Wire.Bytes64);
        Span<byte> buffer = stackalloc byte[sizeof(double)];
        BinaryPrimitives.WriteDoubleLittleEndian(buffer, value);
        bytes.Write(buffer);
        return this;
    }

    /// <summary>A field of type <c>string</c>.</summary>
    public ProtobufMessage Add(int field, string value) => Add(field, Encoding.UTF8.GetBytes(value));

    /// <summary>A field of another message.</summary>
    public ProtobufMessage Add(int field, ProtobufMessage value) => Add(field, value.Bytes);

    /// <summary>A field of type <c>bytes</c>.</summary>
    public ProtobufMessage Add(int field, ReadOnlySpan<byte> value)
    {
        Tag(field, Wire.LengthDelimited);
        VariableLength((ulong)value.Length);
        bytes.Write(value);
        return this;
    }

    private void Tag(int field, Wire wire) => VariableLength((ulong)((field << 3) | (int)wire));

    private void VariableLength(ulong value)
    {
        for (; value > 0x7F; value >>= 7)
        {
            bytes.Write([(byte)(0x80 | value)]);
        }

        bytes.Write([(byte)value]);
    }
}
