using System.Collections.Immutable;

namespace Repro.Generators.Losses;

/// <summary>Every loss of the language.</summary>
internal static class LossCatalog
{
    public static readonly ImmutableArray<Loss> All = [new EvidenceLowerBound(), new SquaredError()];
}
