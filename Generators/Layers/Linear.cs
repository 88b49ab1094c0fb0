using Repro.Generators.Language;
using Repro.Generators.Language.Values;
using Repro.Generators.Shapes;

namespace Repro.Generators.Layers;

/// <summary>A linear layer. A feature map is flattened before it; when it is given a shape, its output is viewed as that.</summary>
internal sealed record Linear(Shape Output) : Layer("linear")
{
    private static readonly Key<Shape> Features = Key.Required(
        "features", new ShapeValue(orFeatures: true), "How many features it gives, or the shape that they are viewed as.", "[256, 8, 8]");

    public static readonly Definition<Layer> Definition = new(
        "linear",
        "A linear layer: any, flattened → the features or the shape.",
        [Features],
        settings => new Linear(settings.Get(Features)),
        Shorthand: Features);

    public override string Module => "Linear";

    public override string Noun => "linear layer";

    public override bool IsStage => true;

    public override string Spec => $"linear features={Output}";

    public override ShapeResult Infer(Shape input) => Output;

    public override long Weights(Shape input) => input.Count * Output.Count;

    public override string Create(Shape input) => Invariant($"nn.Linear({input.Count}, {Output.Count})");

    public override string Apply(string field, string variable, Shape input)
    {
        var result = base.Apply(field, input.IsMap ? $"{variable}.flatten(1)" : variable, input);
        return Output.IsMap ? $"{result}.view(-1, {string.Join(", ", Output.Dimensions)})" : result;
    }
}
