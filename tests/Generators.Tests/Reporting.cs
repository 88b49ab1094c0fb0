using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Repro.Generators.Tests;

/// <summary>Assertions on what the generator reports.</summary>
internal static class Reporting
{
    private static readonly DiagnosticFormatter Formatter = new();

    /// <summary>
    /// Asserts that exactly these diagnostics are reported and nothing was thrown. An error has the form <c>(line,column) id: message</c>,
    /// and a warning has that word before the id.
    /// </summary>
    public static void Reports(this GeneratorRunResult result, params IEnumerable<string> expected)
    {
        Assert.Null(result.Exception);
        Assert.Equal(expected, result.Diagnostics.Select(Message));
    }

    /// <summary>Asserts that exactly these errors are reported, with any warnings.</summary>
    public static void ReportsErrors(this GeneratorRunResult result, params IEnumerable<string> expected)
    {
        Assert.Null(result.Exception);
        Assert.Equal(expected, result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(Message));
    }

    /// <summary>A diagnostic as the build shows it: <c>file(line,column): severity id: message</c>.</summary>
    public static string Text(Diagnostic diagnostic) =>
        Formatter.Format(diagnostic, CultureInfo.InvariantCulture).Replace(
            $" ({diagnostic.Descriptor.HelpLinkUri})", "", StringComparison.Ordinal);

    private static string Message(Diagnostic diagnostic)
    {
        var text = Text(diagnostic);
        Assert.StartsWith(Generation.Path, text, StringComparison.Ordinal);
        return text[Generation.Path.Length..].Replace(": error ", " ", StringComparison.Ordinal).Replace(
            ": warning ", " warning ", StringComparison.Ordinal);
    }
}
