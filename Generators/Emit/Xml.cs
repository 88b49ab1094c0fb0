namespace Repro.Generators.Emit;

/// <summary>Escapes text of the file in XML comments.</summary>
internal static class Xml
{
    public static string AsXml(this string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
