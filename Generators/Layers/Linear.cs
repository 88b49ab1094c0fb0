using Repro.Generators.Model.Values;
using Repro.Generators.Shapes;

namespace Repro.Generators.Layers;

/// <summary>A linear layer. A feature map is flattened before it; when it is given a shape, its output is viewed as that.</summary>
internal sealed record Linear(Shape Output) : Layer("linear")
{
    private static readonly ShapeValue Features = new(orFeatures: true);

    public static readonly LayerDefinition Definition = new(
        "linear", reader => reader.Required("features", Features) is { } features ? new Linear(features.Value) : null, Shorthand: "features");

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
