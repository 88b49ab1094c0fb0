namespace Repro.Generators.Vocabulary.Shapes;

/// <summary>Pixels at the four sides of an image.</summary>
internal readonly record struct Borders(long Left, long Right, long Top, long Bottom)
{
    public override string ToString() =>
        Left == Right && Left == Top && Left == Bottom
            ? Invariant($"{Left}")
            : Invariant($"left {Left}, right {Right}, top {Top}, bottom {Bottom}");
}
