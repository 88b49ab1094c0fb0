using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace Repro.Generators.Emit;

/// <summary>Values as C# literals.</summary>
internal static class Literal
{
    /// <summary>Text in quotes. Invisible characters, such as marks of the writing direction, are escaped.</summary>
    public static string Of(string text) => string.Concat(SymbolDisplay.FormatLiteral(text, quote: true).Select(Visible));

    public static string Of(bool truth) => truth ? "true" : "false";

    private static string Visible(char c) =>
        char.GetUnicodeCategory(c) == UnicodeCategory.Format ? Invariant($"\\u{(int)c:x4}") : c.ToString();
}
