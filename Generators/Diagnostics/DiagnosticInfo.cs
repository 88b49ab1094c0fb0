using Microsoft.CodeAnalysis;
using Repro.Generators.Common;

namespace Repro.Generators.Diagnostics;

/// <summary>A diagnostic as comparable data; it becomes Roslyn's only when it is reported.</summary>
internal sealed record DiagnosticInfo(DiagnosticDescriptor Descriptor, Place Place, EquatableArray<string> Arguments)
{
    public Diagnostic ToDiagnostic() => Diagnostic.Create(Descriptor, Place.ToLocation(), [.. Arguments]);
}
