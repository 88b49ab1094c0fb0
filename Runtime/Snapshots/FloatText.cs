using System.Globalization;

namespace Repro.Runtime.Snapshots;

/// <summary>Writes numbers for snapshots and tables, in the same way in every culture.</summary>
public static class FloatText
{
    /// <summary>The value in decimal, with at most nine significant digits: enough to tell any two float32 values apart.</summary>
    public static string Decimal(float value) => value.ToString("G9", CultureInfo.InvariantCulture);

    /// <summary>The value's IEEE-754 bits, such as <c>0x3F800000</c> for 1.</summary>
    public static string Bits(float value) =>
        string.Create(CultureInfo.InvariantCulture, $"0x{BitConverter.SingleToUInt32Bits(value):X8}");

    /// <summary>Reads the text of <see cref="Bits"/>; <c>null</c> for any other text.</summary>
    public static float? FromBits(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == 10 && text.StartsWith("0x", StringComparison.Ordinal)
            && uint.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var bits)
                ? BitConverter.UInt32BitsToSingle(bits)
                : null;
    }
}
