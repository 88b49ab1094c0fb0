namespace Repro.Engine.Serialization;

/// <summary>
/// Integers in 7-bit groups, the lowest first, with the eighth bit set on all but the last (LEB128), as TorchSharp's files have them.
/// </summary>
internal static class VariableLength
{
    public static void Write(BinaryWriter writer, long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        writer.Write7BitEncodedInt64(value);
    }

    /// <exception cref="InvalidDataException">The bytes are no such integer.</exception>
    public static long Read(BinaryReader reader) => Damage.Noticed(reader.Read7BitEncodedInt64);
}
