namespace Repro.Generators.Common;

/// <summary>Text of the file as messages show it: in one line, in quotes and not too long.</summary>
internal static class Quoting
{
    private const int Longest = 60;

    public static string Quoted(this string text)
    {
        var shown = text.Length > Longest ? text.Substring(0, Longest) + "…" : text;
        return $"'{new string([.. shown.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '·' : c)])}'";
    }
}
