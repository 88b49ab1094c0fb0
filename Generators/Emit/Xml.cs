namespace Repro.Generators.Emit;

/// <summary>Text of the file in comments.</summary>
internal static class Xml
{
    public static string AsXml(this string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
