namespace Repro.Generators.Vocabulary.Shapes;

/// <summary>The output shape of a layer, or why its input does not fit.</summary>
internal readonly record struct ShapeResult(Shape? Shape, string? Problem)
{
    public static implicit operator ShapeResult(Shape shape) => new(shape, null);

    public static implicit operator ShapeResult(string problem) => new(null, problem);
}
