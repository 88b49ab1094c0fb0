using Microsoft.CodeAnalysis;
using Repro.Generators.Syntax.Diagnostics;

namespace Repro.Generators.Syntax;

/// <summary>Ends the reading of a file that is not YAML, or too large.</summary>
internal sealed class UnreadableYamlException(DiagnosticDescriptor descriptor, Place place, params string[] arguments) : Exception
{
    public void ReportTo(DiagnosticBag diagnostics) => diagnostics.Report(descriptor, place, arguments);
}
