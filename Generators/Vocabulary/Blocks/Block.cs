using Repro.Generators.Common;
using Repro.Generators.Vocabulary.Layers;

namespace Repro.Generators.Vocabulary.Blocks;

/// <summary>A block of the section <c>blocks</c> with its layers, once its parameters are known.</summary>
/// <param name="Of">The block's name.</param>
/// <param name="Layers">Its layers.</param>
internal sealed record Block(string Of, EquatableArray<PlacedPart> Layers) : Part("block");
