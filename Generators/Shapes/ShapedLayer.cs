using Repro.Generators.Layers;

namespace Repro.Generators.Shapes;

/// <summary>A layer with its shapes and the field that holds it.</summary>
internal sealed record ShapedLayer(string Field, Layer Layer, Shape Input, Shape Output);
