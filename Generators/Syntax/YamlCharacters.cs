using Repro.Generators.Diagnostics;

namespace Repro.Generators.Yaml;

/// <summary>
/// The characters that no YAML has inside: the parser would take some of them for the end of the file, or for a part of a name that nobody
/// sees. The mark of an encoding at the start of a file is gone when its text is read.
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
                throw new UnreadableYamlException(Descriptors.Syntax, places.At(text, i), Invariant($"it holds the character U+{(int)text[i]:X4}"));
            }
        }
    }

    private static bool IsAllowed(char c) =>
        c >= ' ' ? !char.IsSurrogate(c) && c is not ('\ufeff' or '\ufffe' or '\uffff') : c is '\t' or '\n' or '\r';
}
