using System.Collections.Immutable;
using Repro.Generators.Common;
using Repro.Generators.Language;
using Repro.Generators.Syntax;
using Repro.Generators.Syntax.Diagnostics;

namespace Repro.Generators.Document;

/// <summary>Replaces each entry with a <c>matrix:</c> by an entry for each cell.</summary>
/// <param name="keys">The keys of an entry.</param>
/// <param name="diagnostics">Collects the mistakes.</param>
internal sealed class MatrixExpansion(ImmutableArray<Key> keys, DiagnosticBag diagnostics)
{
    /// <summary>The limit on the cells of all matrices together.</summary>
    public const int MostCells = 5000;

    private const int MostExclusions = 500;

    private const int MostKeys = 16;

    public const string Name = "matrix";

    public static readonly Key<Matrix> Key = Language.Key.Optional(
        Name,
        new MatrixValue(),
        "An experiment for each combination of these values; a nested key is written with dots, such as optimizer.adam.beta1.",
        "{ take: [1, 14, 70], seed: [1, 2] }");

    private double cells;

    public IReadOnlyList<Entry> Expand(IReadOnlyList<Entry> entries) => [.. entries.SelectMany(Expand)];

    private IEnumerable<Entry> Expand(Entry entry)
    {
        if (entry.Mapping.Find(Key.Name) is not { } given)
        {
            return [entry];
        }

        if (Key.Read(given, diagnostics) is not Setting<Matrix> { Value: var matrix })
        {
            return [];
        }

        cells += matrix.Size;
        if (BeyondLimit(matrix) is var (most, what))
        {
            diagnostics.Report(Descriptors.Limit, given.Key.Place, Invariant($"{most}"), what);
            return [];
        }

        var others = entry.Mapping.Pairs.Where(pair => pair != given).ToEquatableArray();
        var single = entry with { Mapping = entry.Mapping with { Pairs = others } };
        return matrix.Size == 0 ? [single] : [.. Included(matrix).Select(cell => Cell(single, cell))];
    }

    private (int Most, string What)? BeyondLimit(Matrix matrix) =>
        cells > MostCells ? (MostCells, "cells, those of all matrices together")
        : matrix.Exclude.Count > MostExclusions ? (MostExclusions, "exclusions")
        : matrix.Axes.Count > MostKeys || matrix.Include.Any(cell => cell.Pairs.Count > MostKeys) ? (MostKeys, "keys in a cell")
        : null;

    private IEnumerable<YamlMapping> Included(Matrix matrix)
    {
        var all = matrix.Cells().ToArray();
        foreach (var exclusion in matrix.Exclude.Where(exclusion => !all.Any(cell => Fits(cell, exclusion))))
        {
            diagnostics.Report(Descriptors.NothingToExclude, exclusion.Place);
        }

        return all.Where(cell => !matrix.Exclude.Any(exclusion => Fits(cell, exclusion)));
    }

    private static bool Fits(YamlMapping cell, YamlMapping exclusion) =>
        exclusion.Pairs.All(pair => cell.Find(pair.Key.Text) is { } own && MatrixNames.Of(own.Value) == MatrixNames.Of(pair.Value));

    /// <summary>The entry of a cell. Its keys win over those of the entry with the matrix, and its values make its name.</summary>
    private Entry Cell(Entry entry, YamlMapping cell)
    {
        var cellName = string.Join("-", cell.Pairs.Select(pair => MatrixNames.Of(pair.Value)).Prepend(entry.Name));
        var place = cell.Pairs[0].Value.Place;
        var isUsable = Section.IsUsable(cellName);
        if (entry.HasUsableName && !isUsable)
        {
            Section.ReportUnusable(cellName, place, entry.What, diagnostics);
        }

        return entry with
        {
            Name = cellName,
            NamePlace = place,
            HasUsableName = entry.HasUsableName && isUsable,
            Mapping = cell.Pairs.Aggregate(entry.Mapping, (mapping, pair) => Nested(pair).Over(mapping, keys)),
            Cell = new(
                entry.Name,
                cell.Pairs.Select(pair => new MatrixCellValue(pair.Key.Text, MatrixNames.TextOf(pair.Value))).ToEquatableArray()),
        };
    }

    /// <summary>The nested mapping of a key with dots.</summary>
    private static YamlMapping Nested(YamlPair pair)
    {
        var names = pair.Key.Text.Split('.');
        var innermost = pair with { Key = pair.Key with { Text = names[names.Length - 1] } };
        return Enumerable.Reverse(names).Skip(1).Aggregate(
            new YamlMapping(new([innermost]), pair.Key.Place),
            (mapping, name) => new(new([new(pair.Key with { Text = name }, mapping)]), pair.Key.Place));
    }
}
