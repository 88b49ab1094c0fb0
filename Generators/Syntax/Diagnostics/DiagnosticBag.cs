using Microsoft.CodeAnalysis;
using Repro.Generators.Common;

namespace Repro.Generators.Syntax.Diagnostics;

/// <summary>Collects the mistakes in a file. A mistake that several experiments inherit is reported once.</summary>
internal sealed class DiagnosticBag
{
    /// <summary>The limit on mistakes: more than anybody corrects before the next build.</summary>
    private const int Most = 500;

    private readonly HashSet<DiagnosticInfo> found = [];
    private Place? firstDropped;

    public void Report(DiagnosticDescriptor descriptor, Place place, params string[] arguments)
    {
        if (found.Count < Most)
        {
            found.Add(new(descriptor, place, arguments.Select(Quoting.InOneLine).ToEquatableArray()));
        }
        else
        {
            firstDropped ??= place with { Path = null };
        }
    }

    /// <summary>Reports an unknown name. Once the bag is full, it skips the search for a suggestion.</summary>
    public void ReportUnknownName(Place place, string what, string name, IEnumerable<string> known) =>
        Report(Descriptors.UnknownName, place, what, name.Quoted(), found.Count < Most ? Suggestion.For(name, [.. known]) : "");

    /// <summary>The diagnostics, ordered by file and line.</summary>
    public EquatableArray<DiagnosticInfo> InFileOrder()
    {
        DiagnosticInfo[] dropped = firstDropped is { } place
            ? [new(Descriptors.Limit, place, new([Invariant($"{Most}"), "mistakes in one build, and has more; correct these first"]))]
            : [];
        return found
            .OrderBy(info => info.Place.File, StringComparer.Ordinal)
            .ThenBy(info => info.Place.Span.Start)
            .ThenBy(info => info.Descriptor.Id, StringComparer.Ordinal)
            .ThenBy(info => string.Join(" ", info.Arguments), StringComparer.Ordinal)
            .Concat(dropped)
            .ToEquatableArray();
    }
}
