namespace Repro.Generators.Vocabulary.Shapes;

/// <summary>A number for each direction of an image, such as the size of a kernel.</summary>
internal readonly record struct Extent(long Height, long Width)
{
    /// <summary>The same number in both directions.</summary>
    public static Extent Square(long size) => new(size, size);

    public bool IsSquare => Height == Width;

    /// <summary>C#: a number when all of the call's extents are squares, otherwise a tuple.</summary>
    public string Code(bool asNumber) => asNumber ? Invariant($"{Height}") : Invariant($"({Height}, {Width})");

    public override string ToString() => IsSquare ? Invariant($"{Height}") : Invariant($"{Height} × {Width}");
}
