using System.Buffers.Binary;
using System.Globalization;
using Repro.Runtime.Snapshots;
using static TorchSharp.torch;

namespace Repro.Runtime.Tracing;

/// <summary>The names of tensor types in traces, and the texts of their values.</summary>
internal static class ElementType
{
    private const string Float32 = "float32";
    private const string Float64 = "float64";

    /// <summary>The name, such as <c>float32</c>.</summary>
    public static string NameOf(ScalarType type) => type.ToString().ToLowerInvariant();

    /// <summary>The number of bytes of a value; <c>null</c> for an unknown type.</summary>
    public static int? SizeOf(string type) => type switch
    {
        "byte" or "int8" or "bool" => 1,
        "int16" or "float16" or "bfloat16" => 2,
        "int32" or Float32 => 4,
        "int64" or Float64 or "complexfloat32" => 8,
        "complexfloat64" => 16,
        _ => null,
    };

    /// <summary>Whether <see cref="Number"/> can read the values.</summary>
    public static bool IsFloat32(string type) => type == Float32;

    /// <summary>The value of a float32.</summary>
    public static float Number(ReadOnlySpan<byte> value) => BinaryPrimitives.ReadSingleLittleEndian(value);

    /// <summary>A value in decimal and as bits.</summary>
    public static string Text(string type, ReadOnlySpan<byte> value) => type switch
    {
        Float32 => $"{FloatText.Decimal(Number(value))}  {FloatText.Bits(Number(value))}",
        Float64 =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"{BinaryPrimitives.ReadDoubleLittleEndian(value):R}  0x{BinaryPrimitives.ReadUInt64LittleEndian(value):X16}"),
        "int64" => BinaryPrimitives.ReadInt64LittleEndian(value).ToString(CultureInfo.InvariantCulture),
        "int32" => BinaryPrimitives.ReadInt32LittleEndian(value).ToString(CultureInfo.InvariantCulture),
        _ => $"0x{Convert.ToHexString(value)}",
    };

    /// <summary>Replaces every NaN by the same one: signs and payloads differ between processors, and mean nothing.</summary>
    public static void UnifyNaNs(ScalarType type, Span<byte> values)
    {
        for (var i = 0; type == ScalarType.Float32 && i < values.Length; i += sizeof(float))
        {
            if (float.IsNaN(BinaryPrimitives.ReadSingleLittleEndian(values[i..])))
            {
                BinaryPrimitives.WriteUInt32LittleEndian(values[i..], 0x7FC00000);
            }
        }

        for (var i = 0; type == ScalarType.Float64 && i < values.Length; i += sizeof(double))
        {
            if (double.IsNaN(BinaryPrimitives.ReadDoubleLittleEndian(values[i..])))
            {
                BinaryPrimitives.WriteUInt64LittleEndian(values[i..], 0x7FF8000000000000);
            }
        }
    }
}
