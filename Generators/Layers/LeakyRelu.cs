using Repro.Generators.Common;
using Repro.Generators.Language;
using Repro.Generators.Shapes;

namespace Repro.Generators.Layers;

/// <summary>x where x is positive, otherwise slope · x.</summary>
internal sealed record LeakyRelu(decimal Slope) : Layer("leaky_relu")
{
    private static readonly Key<decimal> SlopeKey = Key.Optional("slope", Ranges.Slope, "0.01", "The factor of negative values.", "0.2");

    public static readonly Definition<Layer> Definition = new(
        "leaky_relu",
        "x where x is positive, otherwise slope · x: any → the same.",
        [SlopeKey],
        settings => new LeakyRelu(settings.Get(SlopeKey)),
        Shorthand: SlopeKey);

    public override string Module => "LeakyReLU";

    public override string Noun => $"LeakyReLU (slope {Slope.Canonical()})";

    public override string Spec => $"leaky_relu slope={Slope.Canonical()}";

    public override ShapeResult Infer(Shape input) => input;

    public override string Create(Shape input) => $"nn.LeakyReLU({Slope.Canonical()})";
}
