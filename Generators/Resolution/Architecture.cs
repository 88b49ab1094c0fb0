using Repro.Generators.Common;
using Repro.Generators.Document;
using Repro.Generators.Resolution.Shapes;
using Repro.Generators.Vocabulary.Kinds;
using Repro.Generators.Vocabulary.Layers;
using Repro.Generators.Vocabulary.Shapes;

namespace Repro.Generators.Resolution;

/// <summary>An architecture whose shapes fit.</summary>
/// <remarks>
/// <c>LatentPath</c> is the path of keys to the number of latent dimensions. <c>Text</c> is the second part of the
/// <see cref="Specification"/> of its experiments.
/// </remarks>
internal sealed record Architecture(
    string Name,
    string Identifier,
    ArchitectureKind Kind,
    Shape Input,
    long Latent,
    string LatentPath,
    EquatableArray<ShapedPart> Encoder,
    EquatableArray<ShapedPart> Decoder,
    string Text)
{
    public bool IsVariational => Kind.IsVariational;

    /// <summary>The number of learned images of the prior; <c>null</c> for the standard normal prior.</summary>
    public long? PseudoInputs => Kind.PseudoInputs;

    /// <summary>Whether the decoder gives values from 0 to 1 for any input.</summary>
    public bool GivesProbabilities =>
        Range == OutputRange.Bounded
        && Decoder.SelectMany(part => part.Layers).Last(layer => layer.Range != OutputRange.OfInput).Layer is Sigmoid or Softmax;

    /// <summary>The shape of the last layer of the encoder.</summary>
    public Shape Features => Encoder[Encoder.Count - 1].Output;

    /// <summary>The linear layers between encoder and latent vector, in the order of their construction.</summary>
    public EquatableArray<ShapedPart> Heads =>
        IsVariational ? new([Head("mu_linear"), Head("logvar_linear")]) : new([Head("latent_linear")]);

    /// <summary>Every part in the order of construction, which is the order in which weights are drawn.</summary>
    public IEnumerable<ShapedPart> Parts => Encoder.Concat(Heads).Concat(Decoder);

    /// <summary>The range of the decoder's pixels.</summary>
    public OutputRange Range => OutputRanges.Of(Decoder);

    /// <summary>
    /// Whether a layer normalizes values of which each image has only one. Training then needs at least two images in a step.
    /// </summary>
    public bool NeedsSeveralImages =>
        Parts.SelectMany(part => part.Layers).Any(shaped => shaped.Layer is BatchNorm && shaped.Input.Count == shaped.Input.Dimensions[0]);

    private ShapedLayer Head(string field) =>
        new(
            field, Invariant($"latent: {Latent}"), LatentPath, new Linear(Shape.Vector(Latent)), Shape.Vector(Features.Count),
            Shape.Vector(Latent));
}
