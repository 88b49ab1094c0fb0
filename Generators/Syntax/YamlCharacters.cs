using Repro.Generators.Common;
using Repro.Generators.Syntax.Diagnostics;

namespace Repro.Generators.Syntax;

/// <summary>
/// Refuses characters that YAML forbids, and line breaks that only some programs recognize. The parser would take some of them for the end
/// of the file or of a comment. A byte order mark at the start was removed when the text was read.
/// </summary>
internal static class YamlCharacters
{
    public static void Check(string text, Places places)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (!IsAllowed(text[i]))
            {
                throw new UnreadableYamlException(
                    Descriptors.Syntax, places.At(text, i),
                    $"the character {Invisible.Name(text, i)} cannot stand in the file; replace or remove it");
            }
        }
    }

    private static bool IsAllowed(char c) => c switch
    {
        '\t' or '\n' or '\r' => true,
        < ' ' or (>= '\u007f' and <= '\u009f') => false,
        '\u2028' or '\u2029' or '\ufeff' or '\ufffe' or '\uffff' => false,
        _ => !char.IsSurrogate(c),
    };
}
