using Repro.Generators.Vocabulary.Layers;
using Repro.Generators.Vocabulary.Shapes;

namespace Repro.Generators.Resolution.Shapes;

/// <summary>A layer with its shapes.</summary>
internal sealed record ShapedLayer(string Field, string Text, string Path, Layer Layer, Shape Input, Shape Output)
    : ShapedPart(Field, Text, Path, Input, Output)
{
    public override string Name => Layer.Name;

    public override string? Module => Layer.Module(Input);

    public override string Create => Layer.Create(Input);

    public override OutputRange Range => Layer.Range;

    public override IEnumerable<string> Spec => [Layer.Spec];

    public override IEnumerable<ShapedLayer> Layers => [this];

    public override string Apply(string variable) => Layer.Apply(Field, variable, Input);
}
