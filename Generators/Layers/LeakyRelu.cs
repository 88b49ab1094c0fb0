using Repro.Generators.Common;
using Repro.Generators.Model;
using Repro.Generators.Shapes;

namespace Repro.Generators.Layers;

/// <summary>x where x is positive, otherwise slope · x.</summary>
internal sealed record LeakyRelu(decimal Slope) : Layer("leaky_relu")
{
    public static readonly LayerDefinition Definition = new(
        "leaky_relu", reader => reader.Optional("slope", Ranges.Slope, 0.01m) is { } slope ? new LeakyRelu(slope.Value) : null, Shorthand: "slope");

    public override string Module => "LeakyReLU";

    public override string Noun => $"LeakyReLU (slope {Slope.Canonical()})";

    public override string Spec => $"leaky_relu slope={Slope.Canonical()}";

    public override ShapeResult Infer(Shape input) => input;

    public override string Create(Shape input) => $"nn.LeakyReLU({Slope.Canonical()})";
}
