namespace Repro.Generators.Vocabulary.Shapes;

/// <summary>The shape that a layer gives, or why it does not fit its input.</summary>
internal readonly record struct ShapeResult(Shape? Shape, string? Problem)
{
    public static implicit operator ShapeResult(Shape shape) => new(shape, null);

    public static implicit operator ShapeResult(string problem) => new(null, problem);
}
