using System.Collections.Immutable;
using Repro.Generators.Language;

namespace Repro.Generators.Vocabulary.Layers;

/// <summary>Every layer of the language.</summary>
internal static class LayerCatalog
{
    public static readonly ImmutableArray<Definition<Part>> All =
    [
        Conv.Definition,
        ConvTranspose.Definition,
        Linear.Definition,
        BatchNorm.Definition,
        LayerNorm.Definition,
        GroupNorm.Definition,
        Dropout.Definition,
        MaxPool.Definition,
        AvgPool.Definition,
        AdaptiveAvgPool.Definition,
        Upsample.Definition,
        Pad.Definition,
        Flatten.Definition,
        Unflatten.Definition,
        Identity.Definition,
        LeakyRelu.Definition,
        Relu.Definition,
        Elu.Definition,
        Gelu.Definition,
        Silu.Definition,
        Sigmoid.Definition,
        Tanh.Definition,
        Softplus.Definition,
        Softmax.Definition,
    ];
}
