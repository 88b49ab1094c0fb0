using System.Collections.Immutable;
using Repro.Generators.Language;
using Repro.Generators.Syntax;
using Repro.Generators.Syntax.Diagnostics;

namespace Repro.Generators.Document;

/// <summary>A named entry of a section: a data set, an architecture or an experiment.</summary>
/// <param name="What">What it is, as messages call it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Place">Where its name stands.</param>
/// <param name="HasUsableName">Whether the name is one that an entry can have.</param>
/// <param name="Mapping">Its keys, the inherited ones included once <see cref="Inheritance"/> is resolved.</param>
/// <param name="ReportsMissing">Whether its missing keys are reported: those of an entry that is like another are missing there.</param>
internal sealed record Entry(string What, string Name, Place Place, bool HasUsableName, YamlMapping Mapping, bool ReportsMissing = true)
{
    /// <summary>What decides its name: the name itself, or in a matrix the first of the values that it is made of.</summary>
    public Place NamePlace { get; init; } = Place;

    /// <summary>The cell that it is; <c>null</c> outside a matrix.</summary>
    public MatrixCell? Cell { get; init; }

    public Settings Read(ImmutableArray<Key> keys, DiagnosticBag diagnostics) => new(Place, Mapping, keys, diagnostics, ReportsMissing);
}
