using Repro.Generators.Common;
using Repro.Generators.Document;
using Repro.Generators.Syntax.Diagnostics;
using Repro.Generators.Vocabulary.Blocks;
using Repro.Generators.Vocabulary.Kinds;
using Repro.Generators.Vocabulary.Shapes;

namespace Repro.Generators.Resolution;

/// <summary>
/// An architecture as the file gives it, or its variant with the parameters of an experiment, before its shapes are known.
/// A value with a mistake is <c>null</c>.
/// </summary>
internal sealed record ArchitectureDeclaration(
    string Name,
    string? Identifier,
    Place Place,
    ArchitectureKind? Kind,
    Shape? Input,
    long? Latent,
    string? LatentPath,
    EquatableArray<PlacedPart>? Encoder,
    EquatableArray<PlacedPart>? Decoder,
    bool Failed,
    bool IsVariant = false)
{
    /// <summary>The second part of the <see cref="Specification"/> of its experiments.</summary>
    public string Text { get; init; } = "";

    public bool InheritsLayers => (Encoder ?? default).Concat(Decoder ?? default).Any(layer => layer.Heir is not null);
}
