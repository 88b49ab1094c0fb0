using Repro.Generators.Common;
using Repro.Generators.Language;
using Repro.Generators.Language.Values;
using Repro.Generators.Vocabulary.Shapes;

namespace Repro.Generators.Vocabulary.Layers;

/// <summary>Batch normalization of a feature map's channels, or of each feature of a vector.</summary>
internal sealed record BatchNorm(decimal Epsilon, decimal Momentum, bool Affine, bool TracksStatistics) : Layer("batch_norm")
{
    private const decimal UsualEpsilon = 1e-5m;

    private const decimal UsualMomentum = 0.1m;

    private static readonly Key<decimal> EpsilonKey = Key.Optional(
        "eps", Ranges.Positive, "1e-5", "A small number added to the variance.", "1e-3");

    private static readonly Key<decimal> MomentumKey = Key.Optional(
        "momentum", Ranges.Probability, "0.1", "The weight of a batch in the running mean and variance.", "0.01");

    private static readonly Key<bool> AffineKey = Key.Optional(
        "affine", new Truth(), "true", "Whether each channel or feature is scaled and shifted by learned numbers.", "false");

    private static readonly Key<bool> TracksKey = Key.Optional(
        "track_running_stats",
        new Truth(),
        "true",
        "Whether evaluation normalizes by running mean and variance, rather than by those of its own batch.",
        "false");

    public static readonly Definition<Part> Definition = new(
        "batch_norm",
        "Normalizes each channel or feature by its mean and variance in the batch: any → the same.",
        [EpsilonKey, MomentumKey, AffineKey, TracksKey],
        settings => new BatchNorm(settings.Get(EpsilonKey), settings.Get(MomentumKey), settings.Get(AffineKey), settings.Get(TracksKey)));

    public override string Noun => "batch normalization";

    public override string Spec =>
        "batch_norm"
        + (Epsilon == UsualEpsilon ? "" : $" eps={Epsilon.Canonical()}")
        + (Momentum == UsualMomentum ? "" : $" momentum={Momentum.Canonical()}")
        + (Affine ? "" : " affine=false")
        + (TracksStatistics ? "" : " track_running_stats=false");

    public override bool RemovesBias => true;

    public override string Module(Shape input) => input.IsMap ? "BatchNorm2d" : "BatchNorm1d";

    public override ShapeResult Infer(Shape input) => input;

    public override long Parameters(Shape input) => Affine ? 2 * input.Dimensions[0] : 0;

    public override string Create(Shape input) =>
        Invariant($"{GlobalNames.Nn}.{Module(input)}({input.Dimensions[0]}")
        + (Epsilon == UsualEpsilon ? "" : $", eps: {Epsilon.Canonical()}")
        + (Momentum == UsualMomentum ? "" : $", momentum: {Momentum.Canonical()}")
        + (Affine ? "" : ", affine: false")
        + (TracksStatistics ? "" : ", track_running_stats: false")
        + ")";
}
