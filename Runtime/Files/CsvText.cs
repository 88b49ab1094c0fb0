namespace Repro.Runtime.Files;

/// <summary>Text in a table of comma-separated values.</summary>
public static class CsvText
{
    // A spreadsheet takes a text that begins so for a formula, and runs it.
    private static readonly char[] FormulaStarts = ['=', '+', '-', '@', '\t', '\r'];

    /// <summary>A cell that holds the text: in quotes where it needs them, and after an apostrophe where it would be a formula.</summary>
    public static string Cell(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var shown = text.Length > 0 && FormulaStarts.Contains(text[0]) ? "'" + text : text;
        return shown.AsSpan().IndexOfAny(",\"\r\n") < 0 ? shown : $"\"{shown.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
