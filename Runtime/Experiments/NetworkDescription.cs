namespace Repro.Runtime;

/// <summary>The layers of an architecture's network.</summary>
public sealed record NetworkDescription
{
    /// <summary>The kind of network, such as <c>variational autoencoder</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The shape of an image: channels, height, width.</summary>
    public required IReadOnlyList<long> Input { get; init; }

    /// <summary>The layers from the image, in order.</summary>
    public required IReadOnlyList<LayerDescription> Encoder { get; init; }

    /// <summary>The parallel layers from the flattened output of the encoder to the latent vector.</summary>
    public required IReadOnlyList<LayerDescription> Heads { get; init; }

    /// <summary>The layers from the latent vector to the image, in order.</summary>
    public required IReadOnlyList<LayerDescription> Decoder { get; init; }

    /// <summary>How many images the prior learns; <c>null</c> for the standard normal prior.</summary>
    public required int? PseudoInputs { get; init; }

    /// <summary>The architecture as text of <c>experiments.yaml</c>, including what it inherits and its blocks.</summary>
    public required string Specification { get; init; }

    /// <summary>The number of trained values.</summary>
    public long Parameters =>
        Encoder.Concat(Heads).Concat(Decoder).Sum(layer => layer.Parameters)
        + ((PseudoInputs ?? 0) * Input.Aggregate(1L, (product, size) => product * size));
}

/// <summary>A layer, or a block of layers.</summary>
/// <param name="Field">Its name in the weights, such as <c>encoder1_conv</c>.</param>
/// <param name="Name">Its name in <c>experiments.yaml</c>, such as <c>conv</c>.</param>
/// <param name="Text">Its text in <c>experiments.yaml</c>, in one line.</param>
/// <param name="Output">The shape after it, of one image: channels, height, width; or features.</param>
/// <param name="Parameters">The number of trained values in it.</param>
public sealed record LayerDescription(string Field, string Name, string Text, IReadOnlyList<long> Output, long Parameters)
{
    /// <summary>The layers of a block, in order; empty for a single layer.</summary>
    public IReadOnlyList<LayerDescription> Layers { get; init; } = [];

    /// <summary>
    /// Whether the block adds the output of its layers to its input, after <see cref="Shortcut"/> is applied to the input.
    /// </summary>
    public bool IsResidual { get; init; }

    /// <summary>The layers that a residual block applies to its input before the sum; often none.</summary>
    public IReadOnlyList<LayerDescription> Shortcut { get; init; } = [];
}
