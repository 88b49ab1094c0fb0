using Repro.Generators.Language;
using Repro.Generators.Shapes;

namespace Repro.Generators.Layers;

/// <summary>Batch normalization of a feature map's channels.</summary>
internal sealed record BatchNorm() : Layer("batch_norm")
{
    public static readonly Definition<Layer> Definition = new("batch_norm", "Batch normalization of a feature map's channels: feature map → the same.", [], _ => new BatchNorm());

    public override string Module => "BatchNorm2d";

    public override string Noun => "batch normalization";

    public override string Spec => "batch_norm";

    public override ShapeResult Infer(Shape input) => input.IsMap ? input : Problems.NeedsMap(input);

    public override string Create(Shape input) => Invariant($"nn.BatchNorm2d({input.Channels})");
}
