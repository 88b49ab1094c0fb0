using Repro.Generators.Common;
using Repro.Generators.Layers;
using Repro.Generators.Model;

namespace Repro.Generators.Shapes;

/// <summary>An architecture whose shapes fit.</summary>
internal sealed record Architecture(
    string Name,
    string Identifier,
    ArchitectureKind Kind,
    Shape Input,
    long Latent,
    EquatableArray<ShapedLayer> Encoder,
    EquatableArray<ShapedLayer> Decoder)
{
    public bool IsVariational => Kind.IsVariational;

    /// <summary>How many learned images the prior is made of; <c>null</c> for the standard normal prior.</summary>
    public long? PseudoInputs => Kind.PseudoInputs;

    /// <summary>What makes the reconstruction.</summary>
    public Layer LastLayer => Decoder[Decoder.Count - 1].Layer;

    /// <summary>The shape of the last layer of the encoder.</summary>
    public Shape Features => Encoder[Encoder.Count - 1].Output;

    /// <summary>The linear layers between encoder and latent vector, in the order of their construction.</summary>
    public EquatableArray<ShapedLayer> Heads =>
        IsVariational ? new([Head("mu_linear"), Head("logvar_linear")]) : new([Head("latent_linear")]);

    /// <summary>Every layer in the order of construction, which is the order in which weights are drawn.</summary>
    public IEnumerable<ShapedLayer> Layers => Encoder.Concat(Heads).Concat(Decoder);

    private ShapedLayer Head(string field) =>
        new(field, new Linear(Shape.Vector(Latent)), Shape.Vector(Features.Count), Shape.Vector(Latent));
}
