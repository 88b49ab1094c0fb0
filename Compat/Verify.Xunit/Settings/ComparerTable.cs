using System.Collections.Immutable;

namespace VerifyTests;

/// <summary>Comparers by file extension, and one for the extensions that have none.</summary>
internal sealed record ComparerTable<TCompare>
    where TCompare : Delegate
{
    public TCompare? General { get; private init; }

    private ImmutableDictionary<string, TCompare> ByExtension { get; init; } =
        ImmutableDictionary.Create<string, TCompare>(StringComparer.OrdinalIgnoreCase);

    public ComparerTable<TCompare> With(string extension, TCompare compare)
    {
        FileExtension.Check(extension);
        return this with { ByExtension = ByExtension.SetItem(extension, compare) };
    }

    public ComparerTable<TCompare> WithGeneral(TCompare compare) => this with { General = compare };

    public ComparerTable<TCompare> With(TCompare compare, ReadOnlySpan<string> extensions)
    {
        ArgumentNullException.ThrowIfNull(compare);
        var table = extensions.IsEmpty ? WithGeneral(compare) : this;
        foreach (var extension in extensions)
        {
            table = table.With(extension, compare);
        }

        return table;
    }

    public TCompare? Find(string extension) => ByExtension.GetValueOrDefault(extension) ?? General;
}
