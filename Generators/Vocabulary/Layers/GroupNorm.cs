using Repro.Generators.Common;
using Repro.Generators.Language;
using Repro.Generators.Language.Values;
using Repro.Generators.Vocabulary.Shapes;

namespace Repro.Generators.Vocabulary.Layers;

/// <summary>Normalization of groups of channels of each sample.</summary>
internal sealed record GroupNorm(long Groups, decimal Epsilon, bool Affine) : Layer("group_norm")
{
    private const decimal UsualEpsilon = 1e-5m;

    private static readonly Key<long> GroupsKey = Key.Required("groups", Ranges.Size, "The number of groups of channels.", "8");

    private static readonly Key<decimal> EpsilonKey = Key.Optional(
        "eps", Ranges.Positive, "1e-5", "A small number added to the variance.", "1e-3");

    private static readonly Key<bool> AffineKey = Key.Optional(
        "affine", new Truth(), "true", "Whether each channel is scaled and shifted by learned numbers.", "false");

    public static readonly Definition<Part> Definition = new(
        "group_norm",
        "Normalizes groups of channels of each sample by their mean and variance: any → the same.",
        [GroupsKey, EpsilonKey, AffineKey],
        settings => new GroupNorm(settings.Get(GroupsKey), settings.Get(EpsilonKey), settings.Get(AffineKey)),
        Shorthand: GroupsKey);

    public override string Noun => Invariant($"group normalization ({Groups} groups)");

    public override string Spec => Invariant($"group_norm groups={Groups} eps={Epsilon.Canonical()} affine={(Affine ? "true" : "false")}");

    public override string Module(Shape input) => "GroupNorm";

    public override ShapeResult Infer(Shape input) =>
        input.Dimensions[0] % Groups == 0
            ? input
            : Invariant($"its input {input} has {input.Dimensions[0]} {(input.IsMap ? "channels" : "features")}, which do not fall into ")
                + Invariant($"{Groups} groups");

    public override long Parameters(Shape input) => Affine ? 2 * input.Dimensions[0] : 0;

    public override string Create(Shape input) =>
        Invariant($"{GlobalNames.Nn}.GroupNorm({Groups}, {input.Dimensions[0]}")
        + (Epsilon == UsualEpsilon ? "" : $", eps: {Epsilon.Canonical()}")
        + (Affine ? "" : ", affine: false")
        + ")";
}
