using System.Collections.Immutable;
using Repro.Generators.Language;
using Repro.Generators.Vocabulary.Layers;

namespace Repro.Generators.Vocabulary.Blocks;

/// <summary>Everything that an encoder, a decoder or a block can hold: the layers, and what is made of layers.</summary>
internal static class PartCatalog
{
    public static readonly ImmutableArray<Definition<Part>> All =
        [.. LayerCatalog.All, Residual.Definition, Repeat.Definition, BlockUse.Definition];
}
