using Repro.Generators.Language;
using Repro.Generators.Language.Values;
using Repro.Generators.Vocabulary.Shapes;

namespace Repro.Generators.Vocabulary.Layers;

/// <summary>A linear layer. It flattens a feature map first, and reshapes its output if the file gives a shape.</summary>
internal sealed record Linear(Shape Output, bool Bias = true) : Layer("linear")
{
    private static readonly Key<Shape> FeaturesKey = Key.Required(
        "features", new ShapeValue(orFeatures: true), "The number of output features, or the shape to view them as.", "[256, 8, 8]");

    private static readonly Key<bool> BiasKey = Key.Optional(
        "bias", new Truth(), "true", "Whether a learned number is added to each feature.", "false");

    public static readonly Definition<Part> Definition = new(
        "linear",
        "A linear layer: any, flattened → the features or the shape.",
        [FeaturesKey, BiasKey],
        settings => new Linear(settings.Get(FeaturesKey), settings.Get(BiasKey)),
        Shorthand: FeaturesKey);

    public override string Noun => "linear layer";

    public override bool IsStage => true;

    public override string Details => Bias ? "" : "no bias";

    public override string Spec => $"linear features={Output}{(Bias ? "" : " bias=false")}";

    public override bool HasBias => Bias;

    public override string Module(Shape input) => "Linear";

    public override ShapeResult Infer(Shape input) => Output;

    public override long Weights(Shape input) => input.Count * Output.Count;

    public override long Parameters(Shape input) => Weights(input) + (Bias ? Output.Count : 0);

    public override string Create(Shape input) =>
        Invariant($"{GlobalNames.Nn}.Linear({input.Count}, {Output.Count}{(Bias ? "" : ", hasBias: false")})");

    public override string Apply(string field, string variable, Shape input)
    {
        var result = base.Apply(field, input.IsMap ? $"{variable}.flatten(1)" : variable, input);
        return Output.IsMap ? $"{result}.view(-1, {string.Join(", ", Output.Dimensions)})" : result;
    }
}
