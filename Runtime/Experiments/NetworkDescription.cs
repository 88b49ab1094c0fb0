namespace Repro.Runtime;

/// <summary>What the network of an architecture is made of.</summary>
public sealed record NetworkDescription
{
    /// <summary>What it is, such as <c>variational autoencoder</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The shape of an image: channels, height, width.</summary>
    public required IReadOnlyList<long> Input { get; init; }

    /// <summary>The layers from the image, in order.</summary>
    public required IReadOnlyList<LayerDescription> Encoder { get; init; }

    /// <summary>The layers from the flattened output of the encoder to the latent vector, beside each other.</summary>
    public required IReadOnlyList<LayerDescription> Heads { get; init; }

    /// <summary>The layers from the latent vector to the image, in order.</summary>
    public required IReadOnlyList<LayerDescription> Decoder { get; init; }

    /// <summary>How many images the prior learns; <c>null</c> for the standard normal prior.</summary>
    public required int? PseudoInputs { get; init; }

    /// <summary>The architecture as text of <c>experiments.yaml</c>, what it inherits and its blocks included.</summary>
    public required string Specification { get; init; }

    /// <summary>The number of values that are trained.</summary>
    public long Parameters =>
        Encoder.Concat(Heads).Concat(Decoder).Sum(layer => layer.Parameters) + ((PseudoInputs ?? 0) * Input.Aggregate(1L, (product, size) => product * size));
}

/// <summary>A layer, or a block of layers.</summary>
/// <param name="Field">What it is called in the weights, such as <c>encoder1_conv</c>.</param>
/// <param name="Name">What <c>experiments.yaml</c> calls it, such as <c>conv</c>.</param>
/// <param name="Text">How <c>experiments.yaml</c> writes it, in one line.</param>
/// <param name="Output">The shape after it, of one image: channels, height, width; or features.</param>
/// <param name="Parameters">The number of values in it that are trained.</param>
public sealed record LayerDescription(string Field, string Name, string Text, IReadOnlyList<long> Output, long Parameters)
{
    /// <summary>The layers of a block, in order; empty of a layer.</summary>
    public IReadOnlyList<LayerDescription> Layers { get; init; } = [];

    /// <summary>Whether the output of the layers of a block is added to its input, or to what <see cref="Shortcut"/> makes of it.</summary>
    public bool IsResidual { get; init; }

    /// <summary>What a residual block applies to its input before the sum.</summary>
    public IReadOnlyList<LayerDescription> Shortcut { get; init; } = [];
}
