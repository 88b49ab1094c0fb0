using Microsoft.CodeAnalysis;
using Repro.Generators.Common;

namespace Repro.Generators.Diagnostics;

/// <summary>A diagnostic as comparable data; it becomes Roslyn's only when it is reported.</summary>
internal sealed record DiagnosticInfo(DiagnosticDescriptor Descriptor, Place Place, EquatableArray<string> Arguments)
{
    /// <summary>The first argument of the message is the path in the document.</summary>
    public Diagnostic ToDiagnostic() => Diagnostic.Create(Descriptor, Place.ToLocation(), [Place.Name.InOneLine(), .. Arguments]);
}
