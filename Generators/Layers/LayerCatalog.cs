using System.Collections.Immutable;
using Repro.Generators.Language;

namespace Repro.Generators.Layers;

/// <summary>Every layer of the language.</summary>
internal static class LayerCatalog
{
    public static readonly ImmutableArray<Definition<Layer>> All =
    [
        Conv.Definition,
        ConvTranspose.Definition,
        Linear.Definition,
        BatchNorm.Definition,
        LeakyRelu.Definition,
        Relu.Definition,
        Sigmoid.Definition,
        Tanh.Definition,
    ];
}
