namespace Repro.Generators.Common;

/// <summary>Shows text of the file in messages.</summary>
internal static class Quoting
{
    private const int Longest = 60;

    /// <summary>In quotes, and cut when it is long.</summary>
    public static string Quoted(this string text) => $"'{text.Shortened()}'";

    /// <summary>Cut when it is long.</summary>
    public static string Shortened(this string text) => text.Length > Longest ? text.Substring(0, Longest) + "…" : text;

    /// <summary>In one line, with each invisible character replaced by its number.</summary>
    public static string InOneLine(this string text) => Invisible.Shown(text);

    /// <summary>"a layer", "an optimizer".</summary>
    public static string WithArticle(this string noun) => $"{(noun[0] is 'a' or 'e' or 'i' or 'o' or 'u' ? "an" : "a")} {noun}";

    /// <summary>With a capital letter at the beginning.</summary>
    public static string Capitalized(this string text) => char.ToUpperInvariant(text[0]) + text.Substring(1);
}
