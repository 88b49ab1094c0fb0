using Repro.Generators.Common;
using Repro.Generators.Language;

namespace Repro.Generators.Vocabulary.Layers;

/// <summary>x where x is positive, otherwise slope · x.</summary>
internal sealed record LeakyRelu(decimal Slope) : ElementwiseLayer("leaky_relu")
{
    private static readonly Key<decimal> SlopeKey = Key.Optional("slope", Ranges.Slope, "0.01", "The factor of negative values.", "0.2");

    public static readonly Definition<Part> Definition = new(
        "leaky_relu",
        "x where x is positive, otherwise slope · x: any → the same.",
        [SlopeKey],
        settings => new LeakyRelu(settings.Get(SlopeKey)),
        Shorthand: SlopeKey);

    public override string Noun => $"LeakyReLU (slope {Slope.Canonical()})";

    public override string Spec => $"leaky_relu slope={Slope.Canonical()}";

    protected override string Type => "LeakyReLU";

    protected override string Arguments => Slope.Canonical();
}
