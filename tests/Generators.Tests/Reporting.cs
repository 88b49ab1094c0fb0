using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Repro.Generators.Tests;

/// <summary>Assertions on what the generator reports.</summary>
internal static class Reporting
{
    private static readonly DiagnosticFormatter Formatter = new();

    /// <summary>Everything is reported, nothing else, in the form <c>(line,column) id: message</c>, and nothing was thrown.</summary>
    public static void Reports(this GeneratorRunResult result, params IEnumerable<string> expected)
    {
        Assert.Null(result.Exception);
        Assert.Equal(expected, result.Diagnostics.Select(Message));
        Assert.All(result.Diagnostics, diagnostic => Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity));
    }

    private static string Message(Diagnostic diagnostic)
    {
        var text = Formatter.Format(diagnostic, CultureInfo.InvariantCulture);
        Assert.StartsWith(Generation.Path, text, StringComparison.Ordinal);
        return text[Generation.Path.Length..].Replace(": error ", " ", StringComparison.Ordinal);
    }
}
