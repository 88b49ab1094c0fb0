using System.Globalization;

namespace Repro.Generators.Common;

/// <summary>Invisible characters, and those that look like a space. Messages show their numbers.</summary>
internal static class Invisible
{
    /// <summary>Whether a character is invisible.</summary>
    /// <param name="text">The text.</param>
    /// <param name="index">The index of the character, or of its first half.</param>
    public static bool Is(string text, int index) => CharUnicodeInfo.GetUnicodeCategory(text, index) switch
    {
        UnicodeCategory.SpaceSeparator => text[index] != ' ',
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        _ => IsBlank(CodePoint(text, index)),
    };

    /// <summary>Its number, and its name if it is a common one: <c>U+00A0 (no-break space)</c>.</summary>
    public static string Name(string text, int index)
    {
        var codePoint = CodePoint(text, index);
        var name = codePoint switch
        {
            '\0' => "null",
            '\t' => "tab",
            0x0085 => "next line",
            0x00A0 => "no-break space",
            0x00AD => "soft hyphen",
            0x200B => "zero width space",
            0x200C => "zero width non-joiner",
            0x200D => "zero width joiner",
            0x2028 => "line separator",
            0x2029 => "paragraph separator",
            0x202F => "narrow no-break space",
            0x2060 => "word joiner",
            0x3000 => "ideographic space",
            0xFEFF => "byte order mark",
            >= 0x2000 and <= 0x200A => "a typographic space",
            0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) => "a mark of the direction of writing",
            _ => null,
        };
        return Number(codePoint) + (name is null ? "" : $" ({name})");
    }

    /// <summary>A text in one line, with each invisible character replaced by its number: <c>8[U+00A0]</c>.</summary>
    public static string Shown(string text)
    {
        var shown = new System.Text.StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var length = IsPair(text, i) ? 2 : 1;
            if (Is(text, i))
            {
                shown.Append('[').Append(Number(CodePoint(text, i))).Append(']');
            }
            else
            {
                shown.Append(text, i, length);
            }

            i += length - 1;
        }

        return shown.ToString();
    }

    /// <summary>Letters and marks without a visible shape.</summary>
    private static bool IsBlank(int codePoint) => codePoint
        is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x2800 or 0x3164 or 0xFFA0
        or (>= 0x180B and <= 0x180F) or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);

    private static string Number(int codePoint) => Invariant($"U+{codePoint:X4}");

    private static bool IsPair(string text, int index) =>
        char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]);

    private static int CodePoint(string text, int index) =>
        IsPair(text, index) ? char.ConvertToUtf32(text[index], text[index + 1]) : text[index];
}
