using Microsoft.CodeAnalysis;
using Repro.Generators.Common;

namespace Repro.Generators.Syntax.Diagnostics;

/// <summary>Everything found wrong with a file. What several experiments inherit is reported once.</summary>
internal sealed class DiagnosticBag
{
    /// <summary>More mistakes than anybody corrects before the next build.</summary>
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

    /// <summary>
    /// Reports a name that there is not. When there is no room for it, it is not even compared with those that there are.
    /// </summary>
    public void ReportUnknownName(Place place, string what, string name, IEnumerable<string> known) =>
        Report(Descriptors.UnknownName, place, what, name.Quoted(), found.Count < Most ? Suggestion.For(name, [.. known]) : "");

    /// <summary>The diagnostics in the order of the files and their lines.</summary>
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
