using Microsoft.CodeAnalysis;
using Repro.Generators.Common;

namespace Repro.Generators.Syntax.Diagnostics;

/// <summary>A diagnostic as comparable data. It becomes a Roslyn diagnostic only when it is reported.</summary>
internal sealed record DiagnosticInfo(DiagnosticDescriptor Descriptor, Place Place, EquatableArray<string> Arguments)
{
    /// <summary>Converts it to a Roslyn diagnostic. The first argument of the message is the path in the document.</summary>
    /// <param name="pages">The start of the address of each diagnostic's page; empty when there are no pages.</param>
    public Diagnostic ToDiagnostic(string pages) => Diagnostic.Create(
        pages.Length == 0
            ? Descriptor
            : Descriptors.WithPage(Descriptor, pages), Place.ToLocation(), [Place.Name.InOneLine(), .. Arguments]);
}
