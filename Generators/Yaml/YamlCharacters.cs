using Repro.Generators.Diagnostics;

namespace Repro.Generators.Yaml;

/// <summary>The characters that no YAML has: the parser would take some of them for the end of the file.</summary>
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
        c >= ' ' ? !char.IsSurrogate(c) && c < '\ufffe' : c is '\t' or '\n' or '\r';
}
