using Repro.Generators.Common;
using Repro.Generators.Diagnostics;
using Repro.Generators.Shapes;

namespace Repro.Generators.Model;

/// <summary>An architecture as the file gives it, or an experiment with other parameters, before its shapes are known. What is wrong in the file is <c>null</c>.</summary>
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
    bool IsInstance = false)
{
    /// <summary>The second part of the <see cref="Specification"/> of its experiments.</summary>
    public string Text { get; init; } = "";

    public bool InheritsLayers => (Encoder ?? default).Concat(Decoder ?? default).Any(layer => layer.Heir is not null);
}
