using Repro.Generators.Common;
using Repro.Generators.Language;
using Repro.Generators.Language.Values;
using Repro.Generators.Vocabulary.Shapes;

namespace Repro.Generators.Vocabulary.Layers;

/// <summary>Normalization of each sample over its last axes; over all of them unless their number is given.</summary>
internal sealed record LayerNorm(long? Axes, decimal Epsilon, bool Affine, bool Bias) : Layer("layer_norm")
{
    private const decimal UsualEpsilon = 1e-5m;

    private static readonly Key<long?> AxesKey = Key.Optional(
        "axes", new NumberOr<long>("all", Ranges.Axis), "all", "The number of last axes to normalize over.", "1");

    private static readonly Key<decimal> EpsilonKey = Key.Optional(
        "eps", Ranges.Positive, "1e-5", "A small number added to the variance.", "1e-3");

    private static readonly Key<bool> AffineKey = Key.Optional(
        "affine", new Truth(), "true", "Whether each value is scaled and shifted by learned numbers.", "false");

    private static readonly Key<bool> BiasKey = Key.Optional(
        "bias", new Truth(), "true", "Whether a shift is learned beside the scale.", "false");

    public static readonly Definition<Part> Definition = new(
        "layer_norm",
        "Normalizes each sample by its mean and variance over its last axes: any → the same.",
        [AxesKey, EpsilonKey, AffineKey, BiasKey],
        settings => new LayerNorm(settings.Get(AxesKey), settings.Get(EpsilonKey), settings.Get(AffineKey), settings.Get(BiasKey)));

    public override string Noun => Axes is { } axes ? Invariant($"layer normalization over the last {Axis(axes)}") : "layer normalization";

    public override string Spec =>
        "layer_norm"
        + (Axes is { } axes ? Invariant($" axes={axes}") : "")
        + Invariant($" eps={Epsilon.Canonical()} affine={(Affine ? "true" : "false")} bias={(Bias ? "true" : "false")}");

    public override string Module(Shape input) => "LayerNorm";

    public override ShapeResult Infer(Shape input) =>
        Axes is { } axes && axes > input.Dimensions.Count ? Invariant($"its input {input} does not have {axes} axes") : input;

    public override long Weights(Shape input) => Normalized(input).Aggregate(1L, (product, size) => product * size);

    public override long Parameters(Shape input) => !Affine ? 0 : Bias ? 2 * Weights(input) : Weights(input);

    public override string Create(Shape input)
    {
        var sizes = Normalized(input).ToArray();
        return (sizes.Length == 1 ? Invariant(
            $"{GlobalNames.Nn}.LayerNorm({sizes[0]}") : $"{GlobalNames.Nn}.LayerNorm([{string.Join(", ", sizes)}]")
            + (Epsilon == UsualEpsilon ? "" : $", eps: {Epsilon.Canonical()}")
            + (Affine ? "" : ", elementwise_affine: false")
            + (Bias ? "" : ", bias: false")
            + ")";
    }

    private IEnumerable<long> Normalized(Shape input) =>
        input.Dimensions.Skip(input.Dimensions.Count - (int)(Axes ?? input.Dimensions.Count));

    private static string Axis(long axes) => axes == 1 ? "axis" : Invariant($"{axes} axes");
}
