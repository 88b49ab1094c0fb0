using System.Collections.Immutable;
using Repro.Generators.Language;

namespace Repro.Generators.Vocabulary.Losses;

/// <summary>Every loss of the language.</summary>
internal static class LossCatalog
{
    public static readonly ImmutableArray<Definition<Loss>> All =
        [EvidenceLowerBound.Definition, ImportanceWeighted.Definition, .. ReconstructionErrors.All.Select(PixelLoss.Of)];
}
