using Microsoft.CodeAnalysis.CSharp;

namespace Repro.Generators.Emit;

/// <summary>Values as C# literals.</summary>
internal static class Literal
{
    public static string Of(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    public static string Of(bool truth) => truth ? "true" : "false";
}
