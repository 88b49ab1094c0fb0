using Microsoft.CodeAnalysis;
using Repro.Generators.Syntax.Diagnostics;

namespace Repro.Generators.Syntax;

/// <summary>Stops reading a file that is not YAML or is too large.</summary>
internal sealed class UnreadableYamlException(DiagnosticDescriptor descriptor, Place place, params string[] arguments) : Exception
{
    public void ReportTo(DiagnosticBag diagnostics) => diagnostics.Report(descriptor, place, arguments);
}
