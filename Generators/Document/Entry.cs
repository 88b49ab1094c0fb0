using System.Collections.Immutable;
using Repro.Generators.Language;
using Repro.Generators.Syntax;
using Repro.Generators.Syntax.Diagnostics;

namespace Repro.Generators.Document;

/// <summary>A named entry of a section: a data set, an architecture or an experiment.</summary>
/// <param name="What">Its kind, for messages.</param>
/// <param name="Name">Its name.</param>
/// <param name="Place">The place of its name.</param>
/// <param name="HasUsableName">Whether an entry can have this name.</param>
/// <param name="Mapping">Its keys; after <see cref="Inheritance"/> also the inherited ones.</param>
/// <param name="ReportsMissing">Whether to report its missing keys. An entry that is like another leaves that to the other.</param>
internal sealed record Entry(string What, string Name, Place Place, bool HasUsableName, YamlMapping Mapping, bool ReportsMissing = true)
{
    /// <summary>The place that determines its name: the name itself, or the first value of a matrix cell.</summary>
    public Place NamePlace { get; init; } = Place;

    /// <summary>Its cell; <c>null</c> outside a matrix.</summary>
    public MatrixCell? Cell { get; init; }

    public Settings Read(ImmutableArray<Key> keys, DiagnosticBag diagnostics) => new(Place, Mapping, keys, diagnostics, ReportsMissing);
}
