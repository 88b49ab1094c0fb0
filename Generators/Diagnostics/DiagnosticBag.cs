using Microsoft.CodeAnalysis;
using Repro.Generators.Common;

namespace Repro.Generators.Diagnostics;

/// <summary>Everything found wrong with a file. What several experiments inherit is reported once.</summary>
internal sealed class DiagnosticBag
{
    private readonly HashSet<DiagnosticInfo> found = [];

    public void Report(DiagnosticDescriptor descriptor, Place place, params string[] arguments) =>
        found.Add(new(descriptor, place, arguments.Select(Quoting.InOneLine).ToEquatableArray()));

    /// <summary>The diagnostics in the order of the files and their lines.</summary>
    public EquatableArray<DiagnosticInfo> InFileOrder() =>
        found
            .OrderBy(info => info.Place.File, StringComparer.Ordinal)
            .ThenBy(info => info.Place.Span.Start)
            .ThenBy(info => info.Descriptor.Id, StringComparer.Ordinal)
            .ThenBy(info => string.Join(" ", info.Arguments), StringComparer.Ordinal)
            .ToEquatableArray();
}
