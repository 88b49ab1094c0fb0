using System.Collections.Immutable;
using Repro.Generators.Common;
using Repro.Generators.Syntax;

namespace Repro.Generators.Language;

/// <summary>Merges the keys of two mappings.</summary>
internal static class Overrides
{
    /// <summary>The keys of both mappings. The type of a key merges its two values.</summary>
    /// <param name="own">The keys that win.</param>
    /// <param name="others">The keys that are kept otherwise.</param>
    /// <param name="keys">The declared keys.</param>
    public static YamlMapping Over(this YamlMapping own, YamlMapping others, ImmutableArray<Key> keys)
    {
        var names = new HashSet<string>(own.Pairs.Select(pair => pair.Key.Text), StringComparer.Ordinal);
        var merged = own.Pairs
            .Select(pair => keys.FirstOrDefault(key => key.Name == pair.Key.Text) is { } key && others.Find(key.Name) is { } other
                ? pair with { Value = key.Type.Merge(pair.Value, other.Value) }
                : pair)
            .Concat(others.Pairs.Where(pair => !names.Contains(pair.Key.Text)));
        return own with { Pairs = merged.ToEquatableArray() };
    }
}
